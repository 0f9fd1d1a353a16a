package dev.labwire.timeline;

import dev.labwire.directory.OrganizationKinship;
import dev.labwire.storage.WriteTransaction;
import dev.labwire.timeline.merge.Happening;
import dev.labwire.timeline.merge.Merger;
import dev.labwire.timeline.merge.Telling;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;

/**
 * The step that puts articles on the timeline: it swaps what they tell, and makes the events of the touched blocks what the
 * {@link Merger} makes of all that is told now. One batch is one commit under the lock of the timeline's clock, so that any
 * number of threads may run it and it may be killed and repeated.
 */
@ApplicationScoped
public final class Placing {

    private static final int BATCH = 50;

    private final Session session;
    private final PlacementRows placements;
    private final TellingRows tellings;
    private final DirectoryUpdate directory;
    private final EventStore store;
    private final OrganizationKinship kinship;

    Placing(
            Session session,
            PlacementRows placements,
            TellingRows tellings,
            DirectoryUpdate directory,
            EventStore store,
            OrganizationKinship kinship) {
        this.session = session;
        this.placements = placements;
        this.tellings = tellings;
        this.directory = directory;
        this.store = store;
        this.kinship = kinship;
    }

    /** Places at most {@code max} articles that are behind their extraction, and says how many it placed. */
    @WriteTransaction
    public int runOnce(int max) {
        int most = Math.min(max, BATCH);
        if (placements.unplaced(1).isEmpty()) {
            return 0;
        }
        TimelineClock clock = session.find(TimelineClock.class, TimelineClock.ROW, LockModeType.PESSIMISTIC_WRITE);
        List<PlacementRows.Unplaced> batch = placements.unplaced(most);
        if (!batch.isEmpty()) {
            place(batch, clock);
        }
        return batch.size();
    }

    private void place(List<PlacementRows.Unplaced> batch, TimelineClock clock) {
        Set<String> blocks = placements.touchedBlocks(batch);
        batch.forEach(placements::place);
        Map<String, List<Telling>> told = tellings.live(blocks);
        directory.learn(told.values().stream().flatMap(List::stream).toList());
        Merger merger = new Merger(kinship);
        List<Reconciliation.Found> found = told.entrySet().stream()
                .flatMap(block -> found(block.getKey(), merger.merge(block.getValue())))
                .toList();
        Set<Long> articles = batch.stream().map(PlacementRows.Unplaced::article).collect(Collectors.toSet());
        store.make(found, blocks, new Cause(articles), clock);
    }

    private static Stream<Reconciliation.Found> found(String block, List<Happening> happenings) {
        return happenings.stream().map(happening -> new Reconciliation.Found(block, happening));
    }
}
