package dev.labwire.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.labwire.timeline.event.TimelineEvent;
import dev.labwire.timeline.merge.ToldCorpora;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The labelled articles through the tables: any order, any batches, some read twice. */
@QuarkusTest
class CorporaPlacedTest {

    private static final int SHUFFLES = 6;
    private static final int MOST = 100_000;

    @Inject
    Newsroom newsroom;

    @Inject
    Placing placing;

    @Inject
    Timeline timeline;

    @Test
    void theTimelineIsTheSameButForIdsAndIdsStay() {
        List<ToldCorpora.Article> articles = new ArrayList<>(ToldCorpora.articles());
        Set<String> expected = placed(articles, new Random(1));
        assertThat(expected).hasSizeGreaterThan(200);
        for (int shuffle = 0; shuffle < SHUFFLES; shuffle++) {
            Random chance = new Random(shuffle);
            Collections.shuffle(articles, chance);
            assertThat(placed(articles, chance)).isEqualTo(expected);
        }
    }

    private Set<String> placed(List<ToldCorpora.Article> articles, Random chance) {
        newsroom.clear();
        Set<String> everSeen = new HashSet<>();
        int done = 0;
        while (done < articles.size()) {
            int size = Math.min(articles.size() - done, 1 + chance.nextInt(60));
            articles.subList(done, done + size).forEach(newsroom::publish);
            done += size;
            int most = 1 + chance.nextInt(60);
            while (placing.runOnce(most) > 0) {
                assertThat(newsroom.clock()).isPositive();
            }
            events().forEach(event -> everSeen.add(event.id()));
        }
        Set<String> living = new HashSet<>();
        events().forEach(event -> living.add(event.id()));
        assertThat(everSeen).allSatisfy(id -> assertThat(living.contains(id)
                        || timeline.survivor(id).filter(living::contains).isPresent())
                .as("the event " + id + " can still be found")
                .isTrue());
        Set<String> lines = new TreeSet<>();
        events().forEach(event -> lines.add(line(event)));
        return lines;
    }

    private List<TimelineEvent> events() {
        return timeline.newest(CareerFilters.everything(), MOST);
    }

    private String line(TimelineEvent event) {
        TimelineEvent whole = timeline.find(event.id(), null).orElseThrow();
        return event.headline()
                + event.status()
                + event.occurredOn()
                + event.confidence()
                + event.move()
                + event.release()
                + event.deal()
                + event.sources()
                + event.firstSeenAt()
                + (event.predecessor() != null)
                + whole.history();
    }
}
