package dev.labwire.timeline.merge;

import dev.labwire.extraction.Kind;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** When two claims about one model are the same stage of its life. */
record ReleaseAgreement() implements Agreement {

    private static final int WINDOW_DAYS = 30;
    private static final int UPDATE_WINDOW_DAYS = 10;

    @Override
    public OptionalDouble score(Claim one, Claim other) {
        if (stage(one.kind()) != stage(other.kind())) {
            return OptionalDouble.empty();
        }
        OptionalDouble nearness =
                Agreement.nearness(one, other, one.kind() == Kind.UPDATE ? UPDATE_WINDOW_DAYS : WINDOW_DAYS);
        return nearness.isEmpty()
                ? nearness
                : OptionalDouble.of(nearness.getAsDouble() + (one.kind() == other.kind() ? 0.5 : 0));
    }

    /** The nearest of its own stage; what is merely recalled as announced is mostly a model that came out. */
    @Override
    public Optional<Cluster> home(Cluster undated, List<Cluster> clusters) {
        Kind stage = stage(undated.claims().get(0).kind());
        Optional<Cluster> own = nearest(undated, clusters, stage);
        boolean early = stage == Kind.ANNOUNCE || stage == Kind.PREVIEW;
        return own.isPresent() || !early ? own : nearest(undated, clusters, Kind.RELEASE);
    }

    private static Optional<Cluster> nearest(Cluster undated, List<Cluster> clusters, Kind stage) {
        LocalDate told = undated.first().article().publishedOn();
        return clusters.stream()
                .filter(cluster -> stage(cluster.claims().get(0).kind()) == stage)
                .min(Comparator.comparing((Cluster cluster) -> distance(cluster, told))
                        .thenComparing(Cluster::first, Telling.BY_KEY));
    }

    private static long distance(Cluster cluster, @Nullable LocalDate told) {
        DaySpan span = cluster.span();
        if (span == null) {
            return Long.MAX_VALUE;
        }
        return told == null ? span.first().toEpochDay() : Math.abs(ChronoUnit.DAYS.between(span.first(), told));
    }

    private static Kind stage(Kind kind) {
        return kind == Kind.OPEN_WEIGHTS ? Kind.RELEASE : kind;
    }
}
