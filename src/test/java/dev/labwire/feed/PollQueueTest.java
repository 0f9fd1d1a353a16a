package dev.labwire.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.labwire.feed.document.PaceHints;
import dev.labwire.net.RequestOptions;
import dev.labwire.net.Turn;
import dev.labwire.net.WebClients;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PollQueueTest {

    private final PollQueue queue = new PollQueue();
    private final Set<String> busy = new HashSet<>();

    private static ClaimedFeed feed(String host, int number) {
        return new ClaimedFeed(
                number,
                1,
                host + number,
                "https://" + host + "/" + number,
                host,
                null,
                null,
                0,
                null,
                RequestOptions.NONE,
                null,
                null,
                PaceHints.NONE,
                null,
                null,
                0,
                null,
                null,
                null,
                null,
                Instant.EPOCH);
    }

    private Optional<Turn> turn(ClaimedFeed feed) {
        return busy.contains(feed.host()) ? Optional.empty() : Optional.of(WebClients.anyTurn());
    }

    private List<String> drained() {
        List<String> drained = new ArrayList<>();
        for (Optional<PollQueue.Next> next = queue.next(this::turn); next.isPresent(); next = queue.next(this::turn)) {
            drained.add(next.get().feed().slug());
        }
        return drained;
    }

    @Test
    void hostsHaveTheirTurnsOneAfterTheOther() {
        IntStream.range(0, 3).forEach(i -> queue.add(feed("big", i)));
        queue.add(feed("small", 7));
        queue.add(feed("other", 8));

        assertThat(drained()).containsExactly("big0", "small7", "other8", "big1", "big2");
    }

    @Test
    void aHostThatCannotBeAskedKeepsNobodyWaiting() {
        queue.add(feed("slow", 1));
        queue.add(feed("slow", 2));
        queue.add(feed("quick", 3));
        busy.add("slow");

        assertThat(drained()).containsExactly("quick3");
        assertThat(queue.size()).isEqualTo(2);
        busy.clear();
        assertThat(drained()).containsExactly("slow1", "slow2");
    }

    @Test
    void aHostWithManyFeedsIsSaidToBeFull() {
        IntStream.range(0, 5).forEach(i -> queue.add(feed("big", i)));
        queue.add(feed("small", 7));

        assertThat(queue.full(5)).containsExactly("big");
        assertThat(queue.full(6)).isEmpty();
    }
}
