package dev.labwire.feed.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.labwire.feed.document.PeerCase.Verdict;
import dev.labwire.text.Timestamps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Runs the cases of other feed parsers through ours. The data is not part of this project: its directory is given as
 * {@code -Dlabwire.peers=DIR}, with the files {@code feedparser_cases.jsonl}, {@code miniflux_cases.jsonl},
 * {@code feedparser_dates.jsonl} and {@code miniflux_dates.jsonl}. What stands in a case is compared as a reader sees it:
 * as plain text, and where HTML has links, with the addresses of these.
 */
class PeersTest {

    private static final Logger LOG = Logger.getLogger(PeersTest.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private Path directory = Path.of("");

    @BeforeEach
    void find() {
        String given = System.getProperty("labwire.peers", "");
        assumeTrue(!given.isEmpty(), "no -Dlabwire.peers=DIR given: the cases of other parsers were not run");
        directory = Path.of(given);
    }

    private List<JsonNode> lines(String file) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        try (Stream<String> all = Files.lines(directory.resolve(file))) {
            for (String line : all.filter(text -> !text.isBlank()).toList()) {
                lines.add(JSON.readTree(line));
            }
        }
        return lines;
    }

    @Test
    void readsWhatFeedparserReads() throws IOException {
        assertThat(shareOfCore("feedparser_cases.jsonl")).isGreaterThanOrEqualTo(0.90);
    }

    @Test
    void readsWhatMinifluxReads() throws IOException {
        assertThat(shareOfCore("miniflux_cases.jsonl")).isGreaterThanOrEqualTo(0.95);
    }

    /** Logs the table; the share of core cases that pass, those out of scope counted as not passed. */
    private double shareOfCore(String file) throws IOException {
        Map<String, Tally> groups = new TreeMap<>();
        Map<String, Integer> reasons = new TreeMap<>();
        Tally core = new Tally();
        for (JsonNode line : lines(file)) {
            PeerCase peer = new PeerCase(line);
            Verdict verdict = peer.run();
            groups.computeIfAbsent(peer.group() + " " + peer.tier(), name -> new Tally())
                    .count(verdict);
            if (peer.tier().equals("core")) {
                core.count(verdict);
            }
            if (verdict.outcome() == PeerCase.Outcome.FAILED) {
                LOG.warnf("%s failed: %s", peer.id(), verdict.reason());
            } else if (verdict.outcome() == PeerCase.Outcome.OUT_OF_SCOPE) {
                reasons.merge(verdict.reason(), 1, Integer::sum);
            }
        }
        LOG.infof("%s, passed, failed and out of scope:", file);
        groups.forEach((name, tally) -> LOG.infof("%-34s %s", name, tally));
        LOG.infof("%-34s %s", "all core", core);
        reasons.forEach((reason, count) -> LOG.infof("out of scope, %d times: %s", count, reason));
        return core.share();
    }

    private static final class Tally {
        private int passed;
        private int failed;
        private int outOfScope;

        void count(Verdict verdict) {
            switch (verdict.outcome()) {
                case PASSED -> passed++;
                case FAILED -> failed++;
                case OUT_OF_SCOPE -> outOfScope++;
            }
        }

        double share() {
            return (double) passed / (passed + failed + outOfScope);
        }

        @Override
        public String toString() {
            return String.format("%6d %6d %12d", passed, failed, outOfScope);
        }
    }

    @Test
    void readsTheDatesThatFeedparserReads() throws IOException {
        for (JsonNode line : lines("feedparser_dates.jsonl")) {
            String text = line.path("text").asText();
            String expected = line.path("utc").textValue();
            Optional<Instant> found = Timestamps.parse(text).map(PeersTest::wholeSeconds);
            if (expected == null) {
                LOG.infof("no date to feedparser: '%s', here %s", text, found);
            } else {
                assertThat(found).as(text).contains(Instant.parse(expected));
            }
        }
    }

    @Test
    void readsTheDatesThatMinifluxReads() throws IOException {
        for (JsonNode line : lines("miniflux_dates.jsonl")) {
            String text = line.path("text").asText();
            String expected = line.path("utc").textValue();
            boolean readable = line.path("want").asText("readable").equals("readable");
            if (expected != null) {
                assertThat(Timestamps.parse(text)).as(text).contains(Instant.parse(expected));
            } else {
                assertThat(Timestamps.parse(text).isPresent()).as(text).isEqualTo(readable);
            }
        }
    }

    private static Instant wholeSeconds(Instant instant) {
        return Instant.ofEpochSecond(instant.getEpochSecond());
    }
}
