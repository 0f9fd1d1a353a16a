package dev.labwire.timeline.merge;

import dev.labwire.extraction.Kind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Chooses the word for an event that its tellings call differently: the one that says most. */
final class KindChoice {

    private KindChoice() {}

    static Kind of(List<Telling> tellings, Ballot ballot) {
        Map<Kind, Integer> votes = new EnumMap<>(Kind.class);
        tellings.forEach(telling -> votes.merge(telling.kind(), ballot.weight(telling), Integer::sum));
        if (votes.containsKey(Kind.RETURN)) {
            return Kind.RETURN;
        }
        if (votes.containsKey(Kind.FOUND) && votes.get(Kind.FOUND) >= votes.getOrDefault(Kind.JOIN, 0)) {
            return Kind.FOUND;
        }
        if (votes.containsKey(Kind.JOIN)) {
            return Kind.JOIN;
        }
        return votes.containsKey(Kind.OPEN_WEIGHTS) ? Kind.OPEN_WEIGHTS : anyBut(Kind.LEAVE, votes);
    }

    /** What is left is of one kind, but for the departures that an arrival took in. */
    private static Kind anyBut(Kind absorbed, Map<Kind, Integer> votes) {
        return votes.keySet().stream()
                .filter(kind -> kind != absorbed)
                .findFirst()
                .orElse(absorbed);
    }
}
