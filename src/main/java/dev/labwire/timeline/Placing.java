package dev.labwire.timeline;

import dev.labwire.directory.OrganizationKinship;
import dev.labwire.storage.WriteTransaction;
import dev.labwire.timeline.merge.Happening;
import dev.labwire.timeline.merge.Merger;
import dev.labwire.timeline.merge.Telling;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hibernate.Session;

/**
 * The step that puts articles on the timeline: it swaps what they tell, and makes the events of the touched blocks what the
 * {@link Merger} makes of all that is told and decided now. One batch is one commit under the lock of the timeline's clock,
 * so that any number of threads may run it and it may be killed and repeated.
 */
@ApplicationScoped
public final class Placing {

    private static final int BATCH = 50;
    private static final int BLOCKS = 200;

    private final Session session;
    private final PlacementRows placements;
    private final TellingRows tellings;
    private final DecisionRows decisions;
    private final Neighbours neighbours;
    private final DirectoryUpdate directory;
    private final EventStore store;
    private final OrganizationKinship kinship;

    Placing(
            Session session,
            PlacementRows placements,
            TellingRows tellings,
            DecisionRows decisions,
            Neighbours neighbours,
            DirectoryUpdate directory,
            EventStore store,
            OrganizationKinship kinship) {
        this.session = session;
        this.placements = placements;
        this.tellings = tellings;
        this.decisions = decisions;
        this.neighbours = neighbours;
        this.directory = directory;
        this.store = store;
        this.kinship = kinship;
    }

    /** Places at most {@code max} articles that are behind their extraction, and says how many it placed. */
    @WriteTransaction
    public int runOnce(int max) {
        if (placements.nothingToPlace()) {
            return 0;
        }
        TimelineClock clock = lock();
        List<PlacementRows.Unplaced> batch = placements.unplaced(Math.min(max, BATCH));
        if (!batch.isEmpty()) {
            place(batch, clock);
        }
        return batch.size();
    }

    /**
     * Makes some of the events anew that another merger has made, and says whether there are more. Events that come out the
     * same are left alone.
     */
    @WriteTransaction
    boolean rebuildSome() {
        TimelineClock clock = lock();
        String done = clock.rebuiltUpTo(Merger.VERSION);
        if (done == null) {
            return false;
        }
        List<String> blocks = placements.blocksAfter(done, BLOCKS);
        if (!blocks.isEmpty()) {
            make(blocks, Cause.rebuild(), clock);
        }
        String last = blocks.size() < BLOCKS ? null : blocks.get(BLOCKS - 1);
        clock.rebuilt(Merger.VERSION, last);
        return last != null;
    }

    /** Has all events made anew, whoever made them. */
    @WriteTransaction
    void startRebuild() {
        lock().rebuilt(Merger.VERSION, "");
    }

    /** Makes the events of these blocks anew; call within a write transaction. */
    void makeAnew(Collection<String> blocks, Cause cause) {
        make(blocks, cause, lock());
    }

    TimelineClock lock() {
        return session.find(TimelineClock.class, TimelineClock.ROW, LockModeType.PESSIMISTIC_WRITE);
    }

    private void place(List<PlacementRows.Unplaced> batch, TimelineClock clock) {
        Set<String> blocks = placements.touchedBlocks(batch);
        batch.forEach(placements::place);
        Set<Long> articles = batch.stream().map(PlacementRows.Unplaced::article).collect(Collectors.toSet());
        make(blocks, Cause.articles(articles), clock);
    }

    private void make(Collection<String> touched, Cause cause, TimelineClock clock) {
        Set<String> blocks = new TreeSet<>(touched);
        blocks.addAll(neighbours.with(blocks));
        blocks.addAll(decisions.tiedTo(blocks));
        List<Telling> told = tellings.live(blocks);
        List<Happening> happenings = new Merger(kinship).merge(told, decisions.inForce());
        directory.learn(told, happenings);
        store.make(happenings, blocks, cause, clock);
    }
}
