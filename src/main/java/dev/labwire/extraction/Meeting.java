package dev.labwire.extraction;

import dev.labwire.directory.OrganizationKinship;
import dev.labwire.text.Latin;
import org.jspecify.annotations.Nullable;

/**
 * Where and when a mention has somebody move: what a person known by a name in another script alone must share with whoever
 * that may be.
 *
 * @param house the house that is joined, else the one that is left; null for what is no move
 * @param day the last day on which it can have been, counted from 1970-01-01; null when the mention does not say
 * @param soft whether the name stands in another script than the Latin one
 */
public record Meeting(@Nullable String house, @Nullable Long day, boolean soft) {

    /** The meeting of a mention. */
    public static Meeting of(Mention mention, OrganizationKinship kinship) {
        Move move = mention.move();
        if (move == null) {
            return new Meeting(null, null, false);
        }
        Reference end = move.to() != null ? move.to() : move.from();
        OccurredOn on = mention.occurredOn();
        return new Meeting(
                end == null ? null : kinship.house(end.id()),
                on == null ? null : Long.valueOf(on.lastDay().toEpochDay()),
                !Latin.written(move.person().name()));
    }
}
