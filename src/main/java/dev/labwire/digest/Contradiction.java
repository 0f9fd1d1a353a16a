package dev.labwire.digest;

import dev.labwire.extraction.Deal;
import dev.labwire.extraction.Move;
import dev.labwire.extraction.OccurredOn;
import dev.labwire.extraction.Reference;
import dev.labwire.extraction.Release;
import dev.labwire.timeline.event.TimelineEvent;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether what is told of an event now contradicts what was told before. What is merely told in addition does not: a date
 * that was unknown, a role, one more party.
 */
final class Contradiction {

    private static final double SAME_AMOUNT = 0.05;

    private Contradiction() {}

    static boolean between(TimelineEvent before, TimelineEvent now) {
        return before.kind() != now.kind()
                || differ(before.occurredOn(), now.occurredOn())
                || (before.supersededBy() == null && now.supersededBy() != null)
                || (before.move() != null && now.move() != null && differ(before.move(), now.move()))
                || (before.release() != null && now.release() != null && differ(before.release(), now.release()))
                || (before.deal() != null && now.deal() != null && differ(before.deal(), now.deal()));
    }

    /** Both dates are days, and not the same; a date that has become more exact is none of another day. */
    private static boolean differ(@Nullable OccurredOn before, @Nullable OccurredOn now) {
        return before != null
                && now != null
                && (now.firstDay().isAfter(before.lastDay()) || now.lastDay().isBefore(before.firstDay()))
                && before.precision() != OccurredOn.Precision.BY
                && now.precision() != OccurredOn.Precision.BY;
    }

    private static boolean differ(Move before, Move now) {
        return !before.person().id().equals(now.person().id())
                || lost(before.from(), now.from())
                || lost(before.to(), now.to());
    }

    private static boolean differ(Release before, Release now) {
        return !before.model().id().equals(now.model().id())
                || lost(before.organization(), now.organization())
                || changed(before.contextTokens(), now.contextTokens())
                || changed(before.priceIn(), now.priceIn())
                || changed(before.priceOut(), now.priceOut());
    }

    private static boolean differ(Deal before, Deal now) {
        return !ids(now.organizations()).containsAll(ids(before.organizations()))
                || (before.amountUsd() != null
                        && now.amountUsd() != null
                        && Math.abs(before.amountUsd() - now.amountUsd())
                                > SAME_AMOUNT * Math.max(before.amountUsd(), now.amountUsd()));
    }

    private static Collection<String> ids(List<Reference> organizations) {
        return organizations.stream().map(Reference::id).toList();
    }

    private static boolean lost(@Nullable Reference before, @Nullable Reference now) {
        return before != null && (now == null || !before.id().equals(now.id()));
    }

    private static boolean changed(@Nullable Object before, @Nullable Object now) {
        return before != null && now != null && !Objects.equals(before, now);
    }
}
