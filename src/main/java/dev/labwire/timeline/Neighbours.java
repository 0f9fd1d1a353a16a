package dev.labwire.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.Session;

/**
 * Which blocks must be made together, because a name in another script in one of them may be that of a person in another:
 * those that move at the same house at about the same time. Blocks without such names about them have no neighbours.
 */
@ApplicationScoped
class Neighbours {

    /** the window of soft names and what a month's length adds to it */
    private static final int DAYS = 80;

    private static final String SOFT_NEAR_BLOCKS = """
            select distinct s.block from mention s
            join mention m on m.house = s.house
            where m.block in (:blocks) and s.soft = true
            and m.moved_day between s.moved_day - :days and s.moved_day + :days
            """;

    private static final String BLOCKS_NEAR_SOFT = """
            select distinct m.block from mention m
            join mention s on s.house = m.house
            where s.block in (:blocks) and s.soft = true
            and m.moved_day between s.moved_day - :days and s.moved_day + :days
            """;

    private final Session session;

    Neighbours(Session session) {
        this.session = session;
    }

    /** These blocks and, as far as names in other scripts tie them to others, those others. */
    Set<String> with(Collection<String> blocks) {
        Set<String> all = new TreeSet<>(blocks);
        Set<String> fresh = all;
        while (!fresh.isEmpty()) {
            Set<String> soft = ask(SOFT_NEAR_BLOCKS, fresh);
            fresh = ask(BLOCKS_NEAR_SOFT, soft);
            fresh.addAll(soft);
            fresh.removeAll(all);
            all.addAll(fresh);
        }
        return all;
    }

    private Set<String> ask(String question, Collection<String> blocks) {
        Set<String> found = new TreeSet<>();
        List<String> people =
                blocks.stream().filter(block -> block.startsWith("person:")).toList();
        Rows.chunks(people)
                .forEach(some -> found.addAll(session.createNativeQuery(question, String.class)
                        .setParameter("blocks", some)
                        .setParameter("days", DAYS)
                        .getResultList()));
        return found;
    }
}
