package dev.labwire.timeline.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.labwire.extraction.Kind;
import dev.labwire.extraction.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The same tellings in any order, with any row ids, make the same happenings. */
class OrderDoesNotMatterTest {

    private static final int SHUFFLES = 200;
    private static final List<String> EMPLOYERS = List.of("openai", "anthropic", "google", "google-deepmind", "meta");
    private static final List<Kind> MOVES = List.of(
            Kind.JOIN, Kind.JOIN, Kind.LEAVE, Kind.LEAVE, Kind.RETURN, Kind.FOUND, Kind.ROLE_CHANGE, Kind.BOARD);
    private static final List<Kind> STAGES =
            List.of(Kind.RELEASE, Kind.OPEN_WEIGHTS, Kind.PREVIEW, Kind.ANNOUNCE, Kind.UPDATE, Kind.DEPRECATE);

    @Test
    void ofMoves() {
        sameInAnyOrder(OrderDoesNotMatterTest::move);
    }

    @Test
    void ofReleases() {
        sameInAnyOrder(seed -> {
            Random random = new Random(seed);
            return around(Told.release(any(STAGES, random), "gpt-5"), random, seed);
        });
    }

    @Test
    void ofDeals() {
        sameInAnyOrder(seed -> {
            Random random = new Random(seed);
            double amount = 1e9 * (1 + random.nextInt(3));
            Double told = random.nextBoolean() ? amount : null;
            return around(Told.deal(Kind.FUNDING, told, "mistral", any(EMPLOYERS, random)), random, seed);
        });
    }

    private static void sameInAnyOrder(IntFunction<Told> story) {
        List<Told> told = new ArrayList<>(IntStream.range(0, 60).mapToObj(story).toList());
        String expected = outcome(told);
        assertThat(expected.lines().count()).isGreaterThan(5);
        Random random = new Random(7);
        for (int shuffle = 0; shuffle < SHUFFLES; shuffle++) {
            Collections.shuffle(told, random);
            assertThat(outcome(told)).isEqualTo(expected);
        }
    }

    private static String outcome(List<Told> told) {
        List<String> lines = new ArrayList<>();
        for (Happening event :
                new Merger(Told.KIN).merge(told.stream().map(Told::telling).toList(), List.of())) {
            List<String> tellings = event.tellings().stream()
                    .map(telling -> telling.article().url() + "#" + telling.ordinal())
                    .toList();
            lines.add(event.headline() + " " + event.occurredOn() + " " + event.sortDay() + " " + event.confidence()
                    + " " + event.move() + event.release() + event.deal() + tellings);
        }
        return String.join("\n", lines);
    }

    private static Told move(int seed) {
        Random random = new Random(seed);
        Kind kind = any(MOVES, random);
        String from = random.nextBoolean() ? any(EMPLOYERS, random) : null;
        String to = any(EMPLOYERS, random);
        Told told =
                switch (kind) {
                    case LEAVE -> Told.move(kind, "jane-doe", to, null);
                    case ROLE_CHANGE -> Told.move(kind, "jane-doe", to, to);
                    default -> Told.move(kind, "jane-doe", from, to);
                };
        return around(told.role("role " + random.nextInt(3)), random, seed);
    }

    private static Told around(Told told, Random random, int seed) {
        LocalDate day = LocalDate.parse("2026-01-01").plusDays(random.nextInt(200));
        String url = "https://outlet" + random.nextInt(6) + ".example/" + day + "/" + seed / 2;
        Told placed = told.at(url, seed, day.plusDays(random.nextInt(4)).toString())
                .as(any(List.of(Status.values()), random))
                .sure(0.5 + random.nextInt(40) / 100.0)
                .saying("sentence " + random.nextInt(30));
        Told dated =
                switch (random.nextInt(5)) {
                    case 0 -> placed;
                    case 1 -> placed.on(day.toString().substring(0, 7));
                    case 2 -> placed.on(random.nextInt(4) == 0 ? "2026" : "by " + day);
                    default -> placed.on(day.toString());
                };
        return random.nextInt(4) == 0 ? dated.recalled() : dated;
    }

    private static <T> T any(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
