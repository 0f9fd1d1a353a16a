package dev.labwire.extraction.language;

import dev.labwire.extraction.OccurredOn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * English dates in a sentence, resolved against the day of publication. Relative ones are left out when that day is not
 * known. A bare weekday is the last such day on or before publication.
 */
public final class DateFinder {

    /**
     * A date as it stands in a sentence.
     *
     * @param from index of its first token
     * @param to index behind its last
     * @param on what it means; null for a vague time that says no more than "recently" or "soon"
     * @param absolute true when it does not depend on the day of publication
     * @param future true for "next month", "tomorrow" and days after publication
     */
    public record Found(int from, int to, @Nullable OccurredOn on, boolean absolute, boolean future) {}

    private static final char FIRST_BEYOND_ASCII = 0x80;

    private DateFinder() {}

    /** The dates of a sentence, in order, not overlapping. */
    public static List<Found> find(List<Token> tokens, @Nullable LocalDate anchor) {
        DateWords words = new DateWords(tokens);
        CalendarDates calendar = new CalendarDates(words, anchor);
        Optional<RelativeDates> relative = Optional.ofNullable(anchor).map(day -> new RelativeDates(words, day));
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < tokens.size(); ) {
            int at = i;
            if (!mayOpen(tokens.get(at).norm())) {
                i++;
                continue;
            }
            Optional<Found> here = calendar.at(at)
                    .or(() -> relative.flatMap(dates -> dates.at(at)))
                    .or(() -> calendar.year(at));
            here.ifPresent(found::add);
            i = here.map(Found::to).orElse(i + 1);
        }
        return List.copyOf(found);
    }

    /** Whether a date can start with a token: a figure, or a word of the engine's own, which are all written in ASCII. */
    private static boolean mayOpen(String norm) {
        return norm.charAt(0) < FIRST_BEYOND_ASCII;
    }
}
