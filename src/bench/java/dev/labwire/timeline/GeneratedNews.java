package dev.labwire.timeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.labwire.extraction.Benchmark;
import dev.labwire.extraction.Deal;
import dev.labwire.extraction.Kind;
import dev.labwire.extraction.Mention;
import dev.labwire.extraction.MentionBlock;
import dev.labwire.extraction.ModelReference;
import dev.labwire.extraction.Move;
import dev.labwire.extraction.OccurredOn;
import dev.labwire.extraction.Reference;
import dev.labwire.extraction.Release;
import dev.labwire.extraction.Salience;
import dev.labwire.extraction.Status;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.flywaydb.core.Flyway;

/**
 * Fills an empty database with articles that have been read: stories of moves, releases and deals, each told by some of many
 * outlets on the days around it. The same seed gives the same news.
 */
final class GeneratedNews {

    private static final String USER = "labwire";
    private static final int COMMIT_EVERY = 5_000;
    private static final int PEOPLE = 20_000;
    private static final int ORGANIZATIONS = 400;
    private static final int MODELS = 6_000;
    private static final int STARTUPS = 5_000;
    private static final int OUTLETS = 300;
    private static final int DAYS = 2_000;
    private static final LocalDate FIRST_DAY = LocalDate.of(2021, 1, 1);
    private static final List<String> SYLLABLES = List.of(
            "ka", "ro", "mi", "ten", "sul", "va", "dor", "li", "pen", "gra", "sho", "el", "ni", "bar", "tu", "qui");
    private static final List<String> ROLES = List.of(
            "chief scientist", "vice president of research", "member of technical staff", "head of product",
            "research director", "engineering manager");
    private static final List<String> TEAMS = List.of("pre-training", "alignment", "inference", "applied AI", "robotics");

    private final ObjectMapper mapper = new ObjectMapper();
    private final Random chance;

    GeneratedNews(long seed) {
        this.chance = new Random(seed);
    }

    /** Makes about so many events out of that many mentions, each in an article of its own; returns the words of some names. */
    void fill(String database, int events, int mentions) throws SQLException {
        Flyway.configure().dataSource(database, USER, USER).locations("classpath:db/migration").load().migrate();
        try (Connection connection = DriverManager.getConnection(database, USER, USER);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("insert into extractor_release (extractor_version, released_at)"
                    + " values ('generated', timestamp with time zone '2021-01-01 00:00:00+00')");
            try (Rows rows = new Rows(connection)) {
                int article = 0;
                for (int event = 0; event < events; event++) {
                    Story story = story();
                    int left = (mentions - article) / (events - event);
                    int tellings = 1 + chance.nextInt(Math.max(1, 2 * left - 1));
                    for (int telling = 0; telling < tellings; telling++) {
                        rows.add(++article, story);
                    }
                }
            }
            connection.commit();
            statement.execute("alter table article alter column id restart with 10000000");
            statement.execute("alter table article_version alter column id restart with 10000000");
            statement.execute("alter table extraction alter column id restart with 10000000");
            connection.commit();
            statement.execute("checkpoint sync");
        }
    }

    private record Story(Kind kind, LocalDate day, Move move, Release release, Deal deal, String subject) {}

    private Story story() {
        LocalDate day = FIRST_DAY.plusDays(chance.nextInt(DAYS));
        int what = chance.nextInt(100);
        if (what < 60) {
            return move(day);
        }
        return what < 85 ? release(day) : deal(day);
    }

    private Story move(LocalDate day) {
        Reference person = named(1, chance.nextInt(PEOPLE), 2);
        Reference from = organization();
        boolean leaves = chance.nextInt(4) == 0;
        Move move = new Move(
                person,
                from,
                leaves ? null : organization(),
                any(ROLES),
                chance.nextBoolean() ? any(TEAMS) : null,
                null,
                null);
        return new Story(leaves ? Kind.LEAVE : Kind.JOIN, day, move, null, null, person.name());
    }

    private Story release(LocalDate day) {
        int number = chance.nextInt(MODELS);
        Reference family = named(3, number / 6, 1);
        String name = family.name() + " " + (1 + number % 6);
        Release release = new Release(
                named(2, number % ORGANIZATIONS, 1),
                new ModelReference(name.toLowerCase().replace(' ', '-'), name, family.name()),
                200_000L,
                null,
                null,
                chance.nextInt(20) / 4.0,
                chance.nextInt(80) / 4.0,
                List.of(new Benchmark("SWE-bench Verified", 30 + chance.nextInt(60), "%")));
        Kind kind = any(List.of(Kind.RELEASE, Kind.RELEASE, Kind.PREVIEW, Kind.UPDATE, Kind.DEPRECATE));
        return new Story(kind, day, null, release, null, name);
    }

    private Story deal(LocalDate day) {
        Reference first = named(5, chance.nextInt(STARTUPS), 1);
        Deal deal = new Deal(List.of(first, organization()), 1e6 * (1 + chance.nextInt(5_000)), null);
        return new Story(Kind.FUNDING, day, null, null, deal, first.name());
    }

    /** Names of organisations are of Zipf's kind: a few are in much of the news. */
    private Reference organization() {
        double rank = Math.exp(chance.nextDouble() * Math.log(ORGANIZATIONS));
        return named(2, (int) rank % ORGANIZATIONS, 1);
    }

    private static Reference named(int sort, int number, int words) {
        Random letters = new Random(31L * number + sort);
        StringBuilder name = new StringBuilder();
        for (int word = 0; word < words; word++) {
            StringBuilder made = new StringBuilder();
            for (int part = 0; part < 3; part++) {
                made.append(SYLLABLES.get(letters.nextInt(SYLLABLES.size())));
            }
            name.append(word == 0 ? "" : " ")
                    .append(Character.toUpperCase(made.charAt(0)))
                    .append(made.substring(1));
        }
        return new Reference(name.toString().toLowerCase().replace(' ', '-') + "-" + number, name.toString());
    }

    private <T> T any(List<T> of) {
        return of.get(chance.nextInt(of.size()));
    }

    private Mention mention(Story story) {
        String said = story.subject() + " " + story.kind().wireName().replace('_', ' ') + " said the company on "
                + story.day() + ", as people who know of the matter told us in "
                + named(4, chance.nextInt(500), 1).name() + " this week.";
        return new Mention(
                story.kind().type(),
                story.kind(),
                chance.nextInt(10) == 0 ? Status.REPORTED : Status.CONFIRMED,
                0.8 + chance.nextInt(19) / 100.0,
                chance.nextInt(12) == 0 ? Salience.BACKGROUND : Salience.PRIMARY,
                false,
                OccurredOn.day(story.day()),
                story.move(),
                story.release(),
                story.deal(),
                said,
                Mention.QuotePart.TEXT,
                0,
                said.length());
    }

    /** The rows of articles, written in batches. */
    private final class Rows implements AutoCloseable {

        private final Connection connection;
        private final PreparedStatement article;
        private final PreparedStatement version;
        private final PreparedStatement extraction;
        private final PreparedStatement mention;
        private int waiting;

        Rows(Connection connection) throws SQLException {
            this.connection = connection;
            article = connection.prepareStatement("""
                    insert into article (id, article_key, url, title, publisher, published_at, language, first_seen_at,
                        read_state, read_attempts, input_hash, current_version_id)
                    values (?, ?, ?, ?, ?, ?, 'en', ?, 'none', 0, 'one', ?)
                    """);
            version = connection.prepareStatement("""
                    insert into article_version (id, article_id, number, text_hash, text, origin, created_at)
                    values (?, ?, 1, 'one', 'A text.', 'feed', ?)
                    """);
            extraction = connection.prepareStatement("""
                    insert into extraction (id, version_id, article_id, input_hash, release_id, extractor_version, language,
                        created_at)
                    values (?, ?, ?, 'one', 1, 'generated', 'en', ?)
                    """);
            mention = connection.prepareStatement(
                    "insert into mention (extraction_id, article_id, ordinal, block, held, body) values (?, ?, 0, ?, false, ?)");
        }

        void add(int id, Story story) throws SQLException {
            Mention told = mention(story);
            LocalDate published = story.day().plusDays(chance.nextInt(4));
            OffsetDateTime at = published.atTime(chance.nextInt(24), chance.nextInt(60)).atOffset(ZoneOffset.UTC);
            int outlet = chance.nextInt(OUTLETS);
            article.setLong(1, id);
            article.setString(2, "key" + id);
            article.setString(3, "https://outlet" + outlet + ".example/news/" + id);
            article.setString(4, story.subject() + " in the news");
            article.setString(5, "Outlet " + outlet);
            article.setObject(6, at);
            article.setObject(7, at.plusMinutes(10));
            article.setLong(8, id);
            article.addBatch();
            version.setLong(1, id);
            version.setLong(2, id);
            version.setObject(3, Instant.EPOCH.atOffset(ZoneOffset.UTC));
            version.addBatch();
            extraction.setLong(1, id);
            extraction.setLong(2, id);
            extraction.setLong(3, id);
            extraction.setObject(4, at);
            extraction.addBatch();
            mention.setLong(1, id);
            mention.setLong(2, id);
            mention.setString(3, MentionBlock.of(told));
            mention.setString(4, json(told));
            mention.addBatch();
            if (++waiting == COMMIT_EVERY) {
                flush();
            }
        }

        private void flush() throws SQLException {
            article.executeBatch();
            version.executeBatch();
            extraction.executeBatch();
            mention.executeBatch();
            connection.commit();
            waiting = 0;
        }

        @Override
        public void close() throws SQLException {
            flush();
            article.close();
            version.close();
            extraction.close();
            mention.close();
        }
    }

    private String json(Mention mention) {
        try {
            return mapper.writeValueAsString(mention);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }
}
