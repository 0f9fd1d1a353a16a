package dev.labwire.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.labwire.access.AuditQuery;
import dev.labwire.access.AuditReader;
import dev.labwire.access.AuditView;
import dev.labwire.net.RequestOptions;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The file and the API are edited at the same time, two hundred times by chance. Whatever comes first: what the API made
 * stays until the API deletes it, the file has the rest, and the audit trail alone tells how it came to that.
 */
@QuarkusTest
class FileAndApiTest {

    private static final int ROUNDS = 200;
    private static final int STEPS = 4;
    private static final List<String> IDS = List.of("a", "b", "c", "d");
    private static final String FEEDS = "/api/v1/admin/feeds/";

    @Inject
    FeedFile file;

    @Inject
    FeedConfig config;

    @Inject
    FeedCleaner cleaner;

    @Inject
    FeedReconciler reconciler;

    @Inject
    FeedExport export;

    @Inject
    AuditReader audit;

    @Inject
    ObjectMapper mapper;

    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @AfterEach
    void tidy() throws IOException {
        threads.shutdownNow();
        Files.deleteIfExists(config.feedsFile());
        file.check();
        cleaner.clear();
    }

    @Test
    void theRulesHoldWhateverComesFirst() {
        String key = given().auth()
                .preemptive()
                .basic("admin", "test-password")
                .contentType("application/json")
                .body(Map.of("name", "interleaving", "scope", "admin"))
                .post("/api/v1/admin/keys")
                .path("key");
        for (int round = 0; round < ROUNDS; round++) {
            cleaner.clear();
            put(List.of());
            long since = lastEntry();
            Random chance = new Random(round);
            long fileSeed = chance.nextLong();
            long apiSeed = chance.nextLong();
            CompletableFuture<List<FeedDefinition>> edits =
                    CompletableFuture.supplyAsync(() -> editFile(new Random(fileSeed)), threads);
            CompletableFuture<Map<String, String>> calls =
                    CompletableFuture.supplyAsync(() -> callApi(new Random(apiSeed), key), threads);

            check(round, edits.join(), calls.join(), since);
        }
    }

    /** The list that the file has at last. */
    private List<FeedDefinition> editFile(Random chance) {
        List<FeedDefinition> list = List.of();
        for (int step = 0; step < STEPS; step++) {
            List<String> ids = new ArrayList<>(IDS);
            Collections.shuffle(ids, chance);
            list = ids.subList(0, chance.nextInt(IDS.size() + 1)).stream()
                    .map(id -> feed(id, "file" + chance.nextInt(3)))
                    .toList();
            put(list);
        }
        return list;
    }

    private static FeedDefinition feed(String id, String title) {
        return new FeedDefinition(
                id,
                title,
                "https://" + id + ".example/",
                null,
                null,
                List.of(),
                null,
                null,
                true,
                RequestOptions.NONE,
                0);
    }

    private void put(List<FeedDefinition> list) {
        try {
            Path path = config.feedsFile().toAbsolutePath();
            Files.createDirectories(path.getParent());
            Path written = Files.writeString(path.resolveSibling("feeds.yaml.new"), FeedsYamlWriter.write(list, "x"));
            Files.move(written, path, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        file.check();
    }

    /** By id, the title that the API gave last; null where it deleted last. */
    private static Map<String, String> callApi(Random chance, String key) {
        Map<String, String> outcome = new HashMap<>();
        for (int step = 0; step < STEPS; step++) {
            String id = IDS.get(chance.nextInt(IDS.size()));
            String title = "api" + chance.nextInt(3);
            Map<String, String> body = Map.of("id", id, "url", "https://" + id + ".example/", "title", title);
            var request = given().header("Authorization", "Bearer " + key).contentType("application/json");
            Response answer =
                    switch (chance.nextInt(4)) {
                        case 0 -> request.body(body).post(FEEDS.replaceFirst("/$", ""));
                        case 1 -> request.body(body).put(FEEDS + id);
                        case 2 -> request.body(Map.of("title", title)).patch(FEEDS + id);
                        default -> request.delete(FEEDS + id);
                    };
            assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 201, 204, 404, 409);
            boolean ofFile = answer.statusCode() < 300
                    && answer.statusCode() != 204
                    && answer.jsonPath().getString("managedBy").equals("file");
            if (answer.statusCode() == 204) {
                outcome.put(id, null);
            } else if (answer.statusCode() < 300 && !ofFile) {
                outcome.put(id, title);
            }
        }
        return outcome;
    }

    private void check(int round, List<FeedDefinition> list, Map<String, String> calls, long since) {
        reconciler.apply(list);
        Map<String, String> wanted = new TreeMap<>();
        list.forEach(feed -> wanted.put(feed.slug(), "file " + feed.title()));
        calls.forEach((id, title) -> {
            if (title != null) {
                wanted.put(id, "api " + title);
            }
        });

        Map<String, String> there = new TreeMap<>();
        cleaner.active().forEach(feed -> there.put(feed.slug, feed.managedBy + " " + feed.title));
        assertThat(there).as("round %d", round).isEqualTo(wanted);
        assertThat(cleaner.count())
                .as("round %d: no feed is there twice", round)
                .isEqualTo(there.size());
        assertThat(told(since)).as("round %d: what the trail tells", round).isEqualTo(titles(wanted));
        assertThat(file.plan(export.yaml()))
                .satisfies(plan -> assertThat(plan.added().size()
                                + plan.changed().size()
                                + plan.retired().size()
                                + plan.conflicts().size())
                        .isZero());
    }

    private static Map<String, String> titles(Map<String, String> feeds) {
        return new TreeMap<>(
                feeds.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, feed -> feed.getValue()
                        .split(" ")[1])));
    }

    private long lastEntry() {
        return audit.before(Long.MAX_VALUE, new AuditQuery("", "", ""), 1).stream()
                .mapToLong(AuditView::id)
                .findFirst()
                .orElse(0);
    }

    /** The feeds that there must be if nothing happened but what the trail tells. */
    private Map<String, String> told(long since) {
        List<AuditView> entries = new ArrayList<>(audit.before(Long.MAX_VALUE, new AuditQuery("", "", ""), 100));
        entries.removeIf(entry -> entry.id() <= since);
        Collections.reverse(entries);
        Map<String, String> feeds = new TreeMap<>();
        for (AuditView entry : entries) {
            JsonNode after = entry.after() == null ? mapper.createObjectNode() : entry.after();
            if (entry.action().equals("feeds-file.apply")) {
                after.path("added")
                        .forEach(feed -> feeds.put(
                                feed.path("id").asText(), feed.path("title").asText()));
                after.path("changed")
                        .forEach(change -> feeds.put(
                                change.path("id").asText(),
                                change.at("/fields/title/to").asText()));
                after.path("retired").forEach(id -> feeds.remove(id.asText()));
            } else if (entry.action().equals("feed.delete")) {
                feeds.remove(entry.subject().substring("feed:".length()));
            } else if (entry.action().startsWith("feed.")) {
                feeds.put(after.path("id").asText(), after.path("title").asText());
            }
        }
        return feeds;
    }
}
