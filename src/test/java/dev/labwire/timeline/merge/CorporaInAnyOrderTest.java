package dev.labwire.timeline.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.labwire.extraction.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The labelled articles make the same timeline in whatever order, and so do decisions on it. */
class CorporaInAnyOrderTest {

    private static final int SHUFFLES = 200;
    private static final List<ToldCorpora.Article> ARTICLES = ToldCorpora.articles();

    @Test
    void twoHundredShufflesMakeOneTimeline() {
        List<ToldCorpora.Article> articles = new ArrayList<>(ARTICLES);
        List<String> expected = outcome(articles, 1, List.of());
        assertThat(expected).hasSizeGreaterThan(200);
        Random chance = new Random(11);
        for (int shuffle = 0; shuffle < SHUFFLES; shuffle++) {
            Collections.shuffle(articles, chance);
            assertThat(outcome(articles, chance.nextInt(1000), List.of())).isEqualTo(expected);
        }
    }

    /** Blocks have nothing to do with each other: made in parts, the timeline is that of the whole. */
    @Test
    void anyBatchesOfBlocksMakeOneTimeline() {
        List<Telling> all = ToldCorpora.tellings(ARTICLES, 1);
        Set<String> expected = new HashSet<>(outcome(ARTICLES, 1, List.of()));
        Random chance = new Random(5);
        for (int split = 0; split < SHUFFLES / 10; split++) {
            int parts = 2 + chance.nextInt(20);
            Set<String> made = new HashSet<>();
            for (int part = 0; part < parts; part++) {
                int own = part;
                List<Telling> some = all.stream()
                        .filter(telling -> Math.floorMod(telling.block().hashCode(), parts) == own)
                        .toList();
                made.addAll(lines(new Merger(Told.KIN).merge(some, List.of())));
            }
            assertThat(made).isEqualTo(expected);
        }
    }

    @Test
    void decisionsCountInWhateverOrderTheyAreGiven() {
        List<Happening> happenings = new Merger(Told.KIN).merge(ToldCorpora.tellings(ARTICLES, 1), List.of());
        List<Happening> joins = happenings.stream()
                .filter(happening -> happening.kind() == Kind.JOIN)
                .toList();
        List<Decision> decisions = new ArrayList<>();
        for (int index = 0; index + 1 < Math.min(12, joins.size()); index += 3) {
            decisions.add(decision(index, Decision.Kind.MERGE, joins.get(index), joins.get(index + 1)));
            decisions.add(decision(index + 1, Decision.Kind.CONFIRM, joins.get(index), null));
            decisions.add(decision(index + 2, Decision.Kind.HIDE, joins.get(index + 2), null));
        }
        assertThat(decisions).hasSizeGreaterThan(8);
        List<String> expected = outcome(ARTICLES, 1, decisions);
        assertThat(expected).hasSizeLessThan(happenings.size());
        Random chance = new Random(3);
        List<ToldCorpora.Article> articles = new ArrayList<>(ARTICLES);
        for (int shuffle = 0; shuffle < SHUFFLES / 10; shuffle++) {
            Collections.shuffle(decisions, chance);
            Collections.shuffle(articles, chance);
            assertThat(outcome(articles, 7, decisions)).isEqualTo(expected);
        }
    }

    private static Decision decision(int number, Decision.Kind kind, Happening of, Happening other) {
        return new Decision(
                "decision" + number,
                kind,
                Instant.EPOCH.plusSeconds(number),
                keys(of),
                other == null ? List.of() : keys(other),
                Set.of(),
                Decision.Correction.NONE);
    }

    private static List<TellingKey> keys(Happening happening) {
        return happening.tellings().stream().map(Telling::key).toList();
    }

    private static List<String> outcome(List<ToldCorpora.Article> articles, long row, List<Decision> decisions) {
        return lines(new Merger(Told.KIN).merge(ToldCorpora.tellings(articles, row), decisions));
    }

    private static List<String> lines(List<Happening> happenings) {
        return happenings.stream()
                .map(event -> event.block() + " " + event.headline() + " " + event.status() + " " + event.occurredOn()
                        + " " + event.sortDay() + " " + event.confidence() + " " + event.move() + event.release()
                        + event.deal() + event.history() + event.hidden() + place(event.predecessor())
                        + place(event.supersededBy())
                        + event.tellings().stream()
                                .map(CorporaInAnyOrderTest::place)
                                .collect(Collectors.joining(" ")))
                .toList();
    }

    private static String place(Telling telling) {
        return telling == null ? "" : telling.article().url() + "#" + telling.ordinal();
    }
}
