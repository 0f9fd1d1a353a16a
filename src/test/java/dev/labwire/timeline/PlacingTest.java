package dev.labwire.timeline;

import static dev.labwire.extraction.Kind.JOIN;
import static dev.labwire.extraction.Kind.LEAVE;
import static dev.labwire.timeline.merge.Told.move;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.labwire.extraction.Kind;
import dev.labwire.extraction.Status;
import dev.labwire.storage.Writes;
import dev.labwire.timeline.event.TimelineEvent;
import dev.labwire.timeline.merge.Change;
import dev.labwire.timeline.merge.Told;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PlacingTest {

    private static final String A = "https://a.example/1";
    private static final String B = "https://b.example/1";
    private static final String C = "https://c.example/1";
    private static final EventFilter ALL = CareerFilters.person("jane-doe");

    @Inject
    Newsroom newsroom;

    @Inject
    Writes writes;

    @Inject
    Placing placing;

    @Inject
    Timeline timeline;

    @BeforeEach
    void emptyHouse() {
        newsroom.clear();
    }

    @Test
    void articlesOfOneMoveMakeOneEvent() {
        newsroom.publish(A, "2026-05-19", joins().on("2026-05-19"));
        newsroom.publish(B, "2026-05-20", joins());
        assertThat(placing.runOnce(50)).isEqualTo(2);
        assertThat(events()).singleElement().satisfies(event -> {
            assertThat(event.headline()).isEqualTo("Jane Doe joins OpenAI");
            assertThat(event.sourceCount()).isEqualTo(2);
            assertThat(event.id()).matches("[a-z2-7]{13}");
        });
        assertThat(newsroom.count("person")).isEqualTo(1);
        assertThat(newsroom.count("organization")).isEqualTo(1);
    }

    @Test
    void aNameInAnotherScriptWaitsForItsPerson() {
        Told soft = move(JOIN, "dzhein-dou", null, "openai").named("Джейн Доу").on("2026-05-20");
        newsroom.publish(B, "2026-05-20", soft);
        placing.runOnce(50);
        assertThat(events()).isEmpty();

        newsroom.publish(A, "2026-05-19", joins().on("2026-05-19"));
        placing.runOnce(50);

        assertThat(events()).singleElement().satisfies(event -> {
            assertThat(event.headline()).isEqualTo("Jane Doe joins OpenAI");
            assertThat(event.sourceCount()).isEqualTo(2);
        });
        assertThat(timeline.newest(CareerFilters.person("dzhein-dou"), 100)).isEmpty();
    }

    @Test
    void placingAgainChangesNothing() {
        newsroom.publish(A, "2026-05-19", joins());
        placing.runOnce(50);
        long clock = newsroom.clock();
        List<TimelineEvent> before = events();
        assertThat(placing.runOnce(50)).isZero();
        assertThat(newsroom.clock()).isEqualTo(clock);
        assertThat(events()).isEqualTo(before);
    }

    @Test
    void anIdStaysWhenMoreIsTold() {
        newsroom.publish(A, "2026-05-19", joins().as(Status.RUMORED));
        placing.runOnce(50);
        String id = events().get(0).id();
        newsroom.publish(B, "2026-05-21", joins());
        placing.runOnce(50);
        TimelineEvent event = timeline.find(id, null).orElseThrow();
        assertThat(event.status()).isEqualTo(Status.CONFIRMED);
        assertThat(event.history())
                .extracting(Change::status, Change::source)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Status.RUMORED, A),
                        org.assertj.core.groups.Tuple.tuple(Status.CONFIRMED, B));
    }

    @Test
    void aBetterReadingReplacesWhatWasReadBefore() {
        newsroom.publish(A, "2026-05-19", move(JOIN, "jane-doe", null, "meta"));
        placing.runOnce(50);
        String id = events().get(0).id();
        newsroom.extract(A, "v2", joins());
        assertThat(placing.runOnce(50)).isEqualTo(1);
        assertThat(events()).singleElement().satisfies(event -> {
            assertThat(event.id()).isEqualTo(id);
            assertThat(event.headline()).isEqualTo("Jane Doe joins OpenAI");
        });
        assertThat(newsroom.count("event_source")).isEqualTo(1);
    }

    @Test
    void aReadingThatSaysTheSameLeavesTheEventAlone() {
        newsroom.publish(A, "2026-05-19", joins());
        placing.runOnce(50);
        List<TimelineEvent> before = events();
        long clock = newsroom.clock();
        newsroom.extract(A, "v2", joins());
        assertThat(placing.runOnce(50)).isEqualTo(1);
        assertThat(events()).isEqualTo(before);
        assertThat(newsroom.clock()).isEqualTo(clock);
        assertThat(newsroom.count("event_revision")).isEqualTo(1);
    }

    @Test
    void aBetterReadingOfTheNameKeepsTheId() {
        newsroom.publish(A, "2026-05-19", move(JOIN, "jane-do", null, "openai"));
        placing.runOnce(50);
        String id = timeline.newest(CareerFilters.person("jane-do"), 9).get(0).id();
        newsroom.extract(A, "v2", joins());
        placing.runOnce(50);
        assertThat(events()).extracting(TimelineEvent::id).containsExactly(id);
        assertThat(timeline.newest(CareerFilters.person("jane-do"), 9)).isEmpty();
    }

    @Test
    void anEventThatNobodyTellsOfAnyMoreIsGone() {
        newsroom.publish(A, "2026-05-19", joins());
        placing.runOnce(50);
        String id = events().get(0).id();
        newsroom.change(A, 2);
        placing.runOnce(50);
        assertThat(events()).isEmpty();
        assertThat(timeline.find(id, null)).isEmpty();
        newsroom.change(A, 3, joins());
        placing.runOnce(50);
        assertThat(events()).extracting(TimelineEvent::id).containsExactly(id);
    }

    @Test
    void eventsThatTurnOutToBeOneLeadToTheOlder() {
        newsroom.publish(
                A, "2026-04-25", move(LEAVE, "jane-doe", "google", null).on("2026-04-25"));
        placing.runOnce(50);
        String older = events().get(0).id();
        newsroom.publish(
                B, "2026-05-19", move(JOIN, "jane-doe", "meta", "openai").on("2026-05-19"));
        placing.runOnce(50);
        assertThat(events()).hasSize(2);
        String younger = events().stream()
                .map(TimelineEvent::id)
                .filter(id -> !id.equals(older))
                .findFirst()
                .orElseThrow();
        newsroom.extract(B, "v2", move(JOIN, "jane-doe", "google", "openai").on("2026-05-19"));
        placing.runOnce(50);
        assertThat(events()).extracting(TimelineEvent::id).containsExactly(older);
        assertThat(timeline.survivor(younger)).contains(older);
        assertThat(timeline.survivor(older)).isEmpty();
    }

    @Test
    void anIdTravelsWithTheEarliestTellingWhenAnEventFallsApart() {
        newsroom.publish(A, "2026-05-19", joins());
        newsroom.publish(B, "2026-05-20", joins());
        newsroom.publish(C, "2026-05-21", joins());
        placing.runOnce(50);
        String id = events().get(0).id();
        newsroom.extract(A, "v2", move(JOIN, "jane-doe", null, "meta"));
        placing.runOnce(50);
        assertThat(events()).hasSize(2);
        assertThat(timeline.find(id, null).orElseThrow().headline()).isEqualTo("Jane Doe joins Meta");
    }

    @Test
    void aKilledRunLeavesNothingBehindAndIsRunAgain() {
        newsroom.publish(A, "2026-05-19", joins());
        assertThatThrownBy(() -> writes.run(() -> {
                    placing.runOnce(50);
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(events()).isEmpty();
        assertThat(newsroom.clock()).isZero();
        assertThat(placing.runOnce(50)).isEqualTo(1);
        assertThat(events()).hasSize(1);
    }

    @Test
    void heldMentionsStayOffTheTimeline() {
        newsroom.publish(A, "2026-05-19", joins().heldBack());
        assertThat(placing.runOnce(50)).isEqualTo(1);
        assertThat(newsroom.count("event")).isZero();
    }

    @Test
    void batchesOfAnySizeMakeTheSameTimeline() {
        List<Told> stories = List.of(
                joins().as(Status.RUMORED).at(A, 0, "2026-05-01"),
                joins().on("2026-05-19").at(B, 0, "2026-05-19"),
                move(LEAVE, "jane-doe", "google", null).on("2026-05-12").at(C, 0, "2026-05-12"),
                joins().as(Status.REPORTED).at("https://d.example/1", 0, "2026-05-10"),
                move(LEAVE, "jane-doe", "google", null).recalled().at("https://e.example/1", 0, "2026-06-10"),
                move(Kind.ROLE_CHANGE, "jane-doe", "openai", "openai").at("https://f.example/1", 0, "2026-06-01"));
        String expected = placedInBatches(stories, 50);
        List<Told> shuffled = new ArrayList<>(stories);
        for (int seed = 0; seed < 10; seed++) {
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(placedInBatches(shuffled, 1 + seed % 3)).isEqualTo(expected);
        }
    }

    private String placedInBatches(List<Told> stories, int size) {
        newsroom.clear();
        for (int start = 0; start < stories.size(); start += size) {
            stories.subList(start, Math.min(stories.size(), start + size))
                    .forEach(told -> newsroom.publish(
                            told.url(), String.valueOf(told.published()).substring(0, 10), told));
            placing.runOnce(50);
        }
        return events().stream()
                .map(event -> event.headline() + event.occurredOn() + event.move() + event.sources())
                .toList()
                .toString();
    }

    private List<TimelineEvent> events() {
        return timeline.newest(ALL, 100);
    }

    private static Told joins() {
        return move(JOIN, "jane-doe", null, "openai");
    }
}
