package dev.labwire.timeline.merge;

import dev.labwire.extraction.Deal;
import dev.labwire.extraction.Mention;
import dev.labwire.extraction.Move;
import dev.labwire.extraction.Reference;
import dev.labwire.extraction.Release;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The organisations that have a part in something. */
public final class Organizations {

    private Organizations() {}

    public static Stream<Reference> of(Mention mention) {
        return of(mention.move(), mention.release(), mention.deal());
    }

    public static Stream<Reference> of(@Nullable Move move, @Nullable Release release, @Nullable Deal deal) {
        Stream<@Nullable Reference> ends = move == null ? Stream.empty() : Stream.of(move.from(), move.to());
        Stream<@Nullable Reference> owner = release == null ? Stream.empty() : Stream.of(release.organization());
        Stream<Reference> parties = deal == null ? Stream.empty() : deal.organizations().stream();
        return Stream.of(ends, owner, parties).flatMap(part -> part).filter(Objects::nonNull);
    }
}
