package dev.labwire.timeline;

import dev.labwire.directory.OrganizationKinship;
import dev.labwire.extraction.Deal;
import dev.labwire.extraction.Kind;
import dev.labwire.extraction.Mention;
import dev.labwire.extraction.ModelReference;
import dev.labwire.extraction.Move;
import dev.labwire.extraction.OccurredOn;
import dev.labwire.extraction.Reference;
import dev.labwire.extraction.Release;
import dev.labwire.extraction.Salience;
import dev.labwire.extraction.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Tells a story for a test, a wither at a time: what, who, by which outlet and when. */
record Told(
        Kind kind,
        String subject,
        @Nullable String from,
        @Nullable String to,
        List<String> parties,
        @Nullable Double amount,
        @Nullable String role,
        Status status,
        Salience salience,
        boolean held,
        double confidence,
        @Nullable OccurredOn date,
        String url,
        int ordinal,
        @Nullable String organization,
        @Nullable Instant published,
        String quote) {

    /** Google with its DeepMind, Meta with its lab. */
    static final OrganizationKinship KIN = (one, other) -> house(one).equals(house(other));

    private static final AtomicLong ROWS = new AtomicLong();

    private static String house(String organization) {
        return Map.of("google-deepmind", "google", "meta-superintelligence-labs", "meta")
                .getOrDefault(organization, organization);
    }

    static Told move(Kind kind, String person, @Nullable String from, @Nullable String to) {
        return new Told(
                kind,
                person,
                from,
                to,
                List.of(),
                null,
                null,
                Status.CONFIRMED,
                Salience.PRIMARY,
                false,
                0.9,
                null,
                "https://news.example/" + kind.wireName() + "/" + person,
                0,
                null,
                null,
                "quote");
    }

    static Told release(Kind kind, String model) {
        return move(kind, model, null, "openai");
    }

    static Told deal(Kind kind, @Nullable Double amount, String... parties) {
        return move(kind, "", null, null).withParties(List.of(parties), amount);
    }

    private Told withParties(List<String> of, @Nullable Double usd) {
        return new Told(
                kind,
                subject,
                from,
                to,
                of,
                usd,
                role,
                status,
                salience,
                held,
                confidence,
                date,
                url,
                ordinal,
                organization,
                published,
                quote);
    }

    Told as(Status other) {
        return new Told(
                kind,
                subject,
                from,
                to,
                parties,
                amount,
                role,
                other,
                salience,
                held,
                confidence,
                date,
                url,
                ordinal,
                organization,
                published,
                quote);
    }

    Told role(String title) {
        return new Told(
                kind,
                subject,
                from,
                to,
                parties,
                amount,
                title,
                status,
                salience,
                held,
                confidence,
                date,
                url,
                ordinal,
                organization,
                published,
                quote);
    }

    Told recalled() {
        return new Told(
                kind,
                subject,
                from,
                to,
                parties,
                amount,
                role,
                status,
                Salience.BACKGROUND,
                held,
                confidence,
                date,
                url,
                ordinal,
                organization,
                published,
                quote);
    }

    Told heldBack() {
        return new Told(
                kind,
                subject,
                from,
                to,
                parties,
                amount,
                role,
                status,
                salience,
                true,
                confidence,
                date,
                url,
                ordinal,
                organization,
                published,
                quote);
    }

    /** {@code 2026-05-19}, {@code 2026-05}, {@code 2026} or {@code by 2026-05-19}. */
    Told on(String when) {
        OccurredOn occurred =
                switch (when.length()) {
                    case 4 -> OccurredOn.year(Year.parse(when));
                    case 7 -> OccurredOn.month(YearMonth.parse(when));
                    case 10 -> OccurredOn.day(LocalDate.parse(when));
                    default -> OccurredOn.by(LocalDate.parse(when.substring(3)));
                };
        return new Told(
                kind,
                subject,
                from,
                to,
                parties,
                amount,
                role,
                status,
                salience,
                held,
                confidence,
                occurred,
                url,
                ordinal,
                organization,
                published,
                quote);
    }

    /** An outlet's article of that day; its URL follows from both. */
    Told by(String outlet, String day) {
        return at("https://" + outlet + ".example/" + day, 0, day);
    }

    Told at(String address, int place, String day) {
        return new Told(
                kind,
                subject,
                from,
                to,
                parties,
                amount,
                role,
                status,
                salience,
                held,
                confidence,
                date,
                address,
                place,
                organization,
                Instant.parse(day + "T09:00:00Z"),
                quote);
    }

    Told undatedArticle() {
        return new Told(
                kind,
                subject,
                from,
                to,
                parties,
                amount,
                role,
                status,
                salience,
                held,
                confidence,
                date,
                url,
                ordinal,
                organization,
                null,
                quote);
    }

    Told ownSource(String organizationId) {
        return new Told(
                kind,
                subject,
                from,
                to,
                parties,
                amount,
                role,
                status,
                salience,
                held,
                confidence,
                date,
                url,
                ordinal,
                organizationId,
                published,
                quote);
    }

    Told saying(String words) {
        return new Told(
                kind,
                subject,
                from,
                to,
                parties,
                amount,
                role,
                status,
                salience,
                held,
                confidence,
                date,
                url,
                ordinal,
                organization,
                published,
                words);
    }

    Told sure(double likelihood) {
        return new Told(
                kind,
                subject,
                from,
                to,
                parties,
                amount,
                role,
                status,
                salience,
                held,
                likelihood,
                date,
                url,
                ordinal,
                organization,
                published,
                quote);
    }

    Mention mention() {
        return new Mention(
                kind.type(),
                kind,
                status,
                confidence,
                salience,
                held,
                date,
                kind.type() == dev.labwire.extraction.EventType.PEOPLE_MOVE ? moveBody() : null,
                kind.type() == dev.labwire.extraction.EventType.MODEL_RELEASE ? releaseBody() : null,
                kind.type() == dev.labwire.extraction.EventType.DEAL ? dealBody() : null,
                quote,
                Mention.QuotePart.TEXT,
                0,
                quote.length());
    }

    private Move moveBody() {
        return new Move(reference(subject), orNull(from), orNull(to), role, null, null, null);
    }

    private Release releaseBody() {
        return new Release(
                orNull(to), new ModelReference(subject, name(subject), null), null, null, null, null, null, List.of());
    }

    private Deal dealBody() {
        return new Deal(parties.stream().map(Told::reference).toList(), amount, null);
    }

    Telling telling() {
        ArticleFacts article = new ArticleFacts(
                ROWS.incrementAndGet(),
                "key of " + url,
                url,
                "title",
                null,
                organization,
                published,
                published == null ? Instant.parse("2026-01-01T00:00:00Z") : published.plusSeconds(600),
                "en");
        return new Telling(ROWS.incrementAndGet(), ordinal, mention(), article);
    }

    static List<Happening> merged(Told... tellings) {
        return new Merger(KIN).merge(Arrays.stream(tellings).map(Told::telling).toList());
    }

    private static @Nullable Reference orNull(@Nullable String id) {
        return id == null ? null : reference(id);
    }

    static Reference reference(String id) {
        return new Reference(id, name(id));
    }

    private static String name(String id) {
        return switch (id) {
            case "openai" -> "OpenAI";
            case "gpt-5" -> "GPT-5";
            default ->
                Arrays.stream(id.split("-"))
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .reduce((one, other) -> one + " " + other)
                        .orElse(id);
        };
    }
}
