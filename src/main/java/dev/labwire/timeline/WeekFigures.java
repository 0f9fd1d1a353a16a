package dev.labwire.timeline;

import java.util.List;

/**
 * Seven days of the whole timeline in numbers; only what is confirmed counts.
 *
 * @param moves people who went from one organisation to another
 * @param routes the ways that most of them went, at most three, each taken by two or more
 * @param releases models that came out
 * @param deals deals that were made
 */
public record WeekFigures(long moves, List<Route> routes, long releases, long deals) {

    /** From one organisation to another, by name. */
    public record Route(String from, String to, long moves) {}

    public WeekFigures {
        routes = List.copyOf(routes);
    }

    /** True when there is nothing to tell. */
    public boolean none() {
        return moves == 0 && releases == 0 && deals == 0;
    }
}
