package dev.labwire.timeline.merge;

import dev.labwire.directory.OrganizationKinship;
import dev.labwire.extraction.Reference;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Elects a field of an event among what its tellings say: by weight of the sources, then by how specific the value is,
 * then by who published it first, then by its spelling.
 */
record Ballot(OrganizationKinship kinship) {

    private static final int FIRST_PARTY = 12;
    private static final int PRIMARY = 4;
    private static final int BACKGROUND = 1;

    private record Candidate<T>(T value, String identity, int weight, int specificity, Telling first) {

        Candidate<T> plus(Candidate<T> other) {
            Candidate<T> earlier = Telling.BY_PUBLICATION.compare(first, other.first) <= 0 ? this : other;
            return new Candidate<>(
                    earlier.value,
                    identity,
                    weight + other.weight,
                    Math.max(specificity, other.specificity),
                    earlier.first);
        }
    }

    /** The value most tellings stand for, or null when none has one. */
    <T> @Nullable T elect(
            List<Telling> tellings,
            Function<Telling, @Nullable T> value,
            Function<T, String> identity,
            ToIntFunction<T> specificity) {
        Map<String, Candidate<T>> candidates = new HashMap<>();
        for (Telling telling : tellings) {
            T said = value.apply(telling);
            if (said != null) {
                String same = identity.apply(said);
                candidates.merge(
                        same,
                        new Candidate<>(said, same, weight(telling), specificity.applyAsInt(said), telling),
                        Candidate::plus);
            }
        }
        Comparator<Candidate<T>> order = Comparator.comparingInt(Candidate<T>::weight)
                .thenComparingInt(Candidate::specificity)
                .reversed()
                .thenComparing(candidate -> candidate.first().publishedOrLast())
                .thenComparing(Candidate::identity);
        return candidates.values().stream().min(order).map(Candidate::value).orElse(null);
    }

    /** The same for a plain value, none of which is more specific than another. */
    <T> @Nullable T elect(List<Telling> tellings, Function<Telling, @Nullable T> value) {
        return elect(tellings, value, said -> said.toString().toLowerCase(Locale.ROOT), said -> 0);
    }

    /** The same for a reference: by id, the longer id being the more specific, named as most name it. */
    @Nullable
    Reference electReference(List<Telling> tellings, Function<Telling, @Nullable Reference> value) {
        Reference elected =
                elect(tellings, value, Reference::id, said -> said.id().length());
        if (elected == null) {
            return null;
        }
        String name = elect(tellings, telling -> {
            Reference said = value.apply(telling);
            return said != null && said.id().equals(elected.id()) ? said.name() : null;
        });
        return new Reference(elected.id(), name == null ? elected.name() : name);
    }

    int weight(Telling telling) {
        if (!telling.primary()) {
            return BACKGROUND;
        }
        return firstParty(telling) ? FIRST_PARTY : PRIMARY;
    }

    private boolean firstParty(Telling telling) {
        String writer = telling.article().organizationId();
        return writer != null
                && Organizations.of(telling.mention()).anyMatch(named -> kinship.same(writer, named.id()));
    }
}
