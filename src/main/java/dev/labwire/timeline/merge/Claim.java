package dev.labwire.timeline.merge;

import dev.labwire.extraction.Deal;
import dev.labwire.extraction.Kind;
import dev.labwire.extraction.Mention;
import dev.labwire.extraction.Move;
import dev.labwire.extraction.Reference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a telling claims, as far as merging compares it. Tellings with equal claims always go together.
 *
 * @param from id of the organisation left; null for a role change, which leaves nobody
 * @param to id of the organisation joined
 * @param organizations ids of the parties of a deal, in the order told
 * @param span when; null when the telling leaves it open
 */
record Claim(
        Kind kind,
        @Nullable String from,
        @Nullable String to,
        List<String> organizations,
        @Nullable Double amountUsd,
        @Nullable DaySpan span) {

    static Claim of(Telling telling) {
        Mention mention = telling.mention();
        Move move = mention.move();
        Deal deal = mention.deal();
        return new Claim(
                mention.kind(),
                move == null || mention.kind() == Kind.ROLE_CHANGE ? null : id(move.from()),
                move == null ? null : id(move.to()),
                deal == null
                        ? List.of()
                        : deal.organizations().stream().map(Reference::id).toList(),
                deal == null ? null : deal.amountUsd(),
                DaySpan.of(telling));
    }

    private static @Nullable String id(@Nullable Reference reference) {
        return reference == null ? null : reference.id();
    }
}
