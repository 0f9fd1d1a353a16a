package dev.labwire.timeline.merge;

import dev.labwire.directory.OrganizationKinship;
import dev.labwire.extraction.Kind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** When two claims of one block are the same deal. */
record DealAgreement(OrganizationKinship kinship) implements Agreement {

    private static final int WINDOW_DAYS = 45;
    private static final double AMOUNT_TOLERANCE = 0.10;

    @Override
    public OptionalDouble score(Claim one, Claim other) {
        if (one.kind() != other.kind() || !partiesFit(one, other)) {
            return OptionalDouble.empty();
        }
        OptionalDouble nearness = Agreement.nearness(one, other, WINDOW_DAYS);
        double sameAmount = one.amountUsd() != null && one.amountUsd().equals(other.amountUsd()) ? 0.5 : 0;
        return nearness.isEmpty()
                ? nearness
                : OptionalDouble.of(nearness.getAsDouble() + sameAmount + 0.2 * shared(one, other));
    }

    @Override
    public Optional<Cluster> home(Cluster undated, List<Cluster> clusters) {
        List<Cluster> candidates =
                clusters.stream().filter(cluster -> fit(undated, cluster)).toList();
        return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
    }

    private boolean partiesFit(Claim one, Claim other) {
        if (shared(one, other) >= 2) {
            return true;
        }
        return samePrincipal(one, other) && amountsFit(one.amountUsd(), other.amountUsd());
    }

    /** Who raises, buys or orders is the same; in an acquisition, who is bought is, and no two buyers are named. */
    private boolean samePrincipal(Claim one, Claim other) {
        if (one.organizations().isEmpty() || other.organizations().isEmpty()) {
            return false;
        }
        if (one.kind() != Kind.ACQUISITION) {
            return kinship.same(
                    one.organizations().get(0), other.organizations().get(0));
        }
        boolean twoBuyers =
                one.organizations().size() > 1 && other.organizations().size() > 1;
        return !twoBuyers && shared(one, other) > 0;
    }

    private static boolean amountsFit(@Nullable Double one, @Nullable Double other) {
        return one == null
                || other == null
                || Math.abs(one - other) <= AMOUNT_TOLERANCE * Math.max(Math.abs(one), Math.abs(other));
    }

    private long shared(Claim one, Claim other) {
        return one.organizations().stream()
                .distinct()
                .filter(party -> other.organizations().stream().anyMatch(another -> kinship.same(party, another)))
                .count();
    }
}
