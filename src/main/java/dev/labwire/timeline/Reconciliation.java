package dev.labwire.timeline;

import dev.labwire.timeline.merge.Happening;
import dev.labwire.timeline.merge.Telling;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds out which stored event each happening is. An id travels with the earliest telling of its event that is still
 * there; where several ids meet in one happening, the oldest stays and the others lead to it.
 */
final class Reconciliation {

    /** A stored event, by its row id, and what it was made of, the earliest first. */
    record Known(
            long event,
            String block,
            String type,
            String kind,
            boolean gone,
            boolean splitOff,
            Predicate<Happening> ends,
            Predicate<Telling> anchor,
            List<OldTelling> tellings) {}

    private static final Comparator<Known> OLDEST =
            Comparator.comparing(Known::gone).thenComparing(Known::event);

    private final List<Happening> found;
    private final Map<Long, Happening> byMention = new HashMap<>();
    private final Map<Happening, List<Known>> claimants = new IdentityHashMap<>();
    private final List<Known> lost = new ArrayList<>();

    private Reconciliation(List<Happening> found) {
        this.found = found;
        found.forEach(one -> one.tellings().forEach(telling -> byMention.put(telling.mentionId(), one)));
    }

    static Reconciliation of(List<Happening> found, List<Known> known) {
        Reconciliation reconciliation = new Reconciliation(found);
        reconciliation.match(known);
        return reconciliation;
    }

    /** The events that are this happening, the one that stays first; empty when it is new. */
    List<Known> events(Happening one) {
        return claimants.getOrDefault(one, List.of()).stream()
                .sorted(Comparator.comparing((Known event) -> !one.tellings().stream()
                                .anyMatch(telling -> !one.aside().contains(telling) && isOf(event, telling)))
                        .thenComparing(OLDEST))
                .toList();
    }

    private static boolean isOf(Known event, Telling telling) {
        return event.tellings().stream().anyMatch(old -> old.mention() == telling.mentionId());
    }

    /** The events that nobody tells of any more. */
    List<Known> lost() {
        return List.copyOf(lost);
    }

    private void match(List<Known> known) {
        List<Known> inOrder = known.stream().sorted(OLDEST).toList();
        List<Known> homeless = new ArrayList<>();
        for (Known event : inOrder) {
            inItsBlock(event).ifPresentOrElse(home -> claim(home, event), () -> homeless.add(event));
        }
        Set<Happening> taken = Collections.newSetFromMap(new IdentityHashMap<>());
        taken.addAll(claimants.keySet());
        for (Known event : homeless) {
            sameSentenceElsewhere(event, taken).ifPresentOrElse(home -> claim(home, event), () -> lost.add(event));
        }
    }

    private void claim(Happening home, Known event) {
        claimants.computeIfAbsent(home, none -> new ArrayList<>()).add(event);
    }

    /**
     * The telling that the event was born with decides, else the earliest that is still there: the mention itself, or what its
     * article tells of the block now. What was split off takes an id along only where nothing is left of the event, and keeps
     * its own.
     */
    private Optional<Happening> inItsBlock(Known event) {
        Comparator<Happening> best = Comparator.comparing((Happening home) -> home.apart() != event.splitOff())
                .thenComparing(home -> home.tellings().stream().noneMatch(event.anchor()));
        return homes(event).stream().min(best);
    }

    private List<Happening> homes(Known event) {
        return event.tellings().stream()
                .map(old -> Optional.ofNullable(byMention.get(old.mention())).or(() -> found.stream()
                        .filter(one -> one.block().equals(event.block()))
                        .filter(one -> quotes(one, old) || alike(one, event) && tells(one, old))
                        .min(Comparator.comparing((Happening one) -> !quotes(one, old))
                                .thenComparing(one -> !alike(one, event))
                                .thenComparing(one -> !event.ends().test(one)))))
                .flatMap(Optional::stream)
                .toList();
    }

    /** A better reading of the same sentence may be about somebody else. */
    private Optional<Happening> sameSentenceElsewhere(Known event, Set<Happening> taken) {
        return event.tellings().stream()
                .map(old -> found.stream()
                        .filter(one -> !taken.contains(one))
                        .filter(one -> one.kind().type().wireName().equals(event.type()))
                        .filter(one -> quotes(one, old))
                        .findFirst()
                        .orElse(null))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static boolean alike(Happening one, Known event) {
        return !event.gone() && one.kind().wireName().equals(event.kind());
    }

    private static boolean tells(Happening one, OldTelling old) {
        return one.tellings().stream().anyMatch(telling -> telling.article().id() == old.article());
    }

    private static boolean quotes(Happening one, OldTelling old) {
        return one.tellings().stream()
                .anyMatch(telling -> telling.article().id() == old.article()
                        && telling.mention().quote().equals(old.quote()));
    }
}
