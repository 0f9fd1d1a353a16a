package dev.labwire.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.labwire.directory.OrganizationKinship;
import dev.labwire.extraction.Kind;
import dev.labwire.extraction.Move;
import dev.labwire.extraction.OccurredOn;
import dev.labwire.extraction.Reference;
import dev.labwire.extraction.Status;
import dev.labwire.timeline.event.TimelineEvent;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A career as a chain of positions, made of what is confirmed or reported. Days are the last that a date can mean.
 *
 * @param positions in the order of their beginnings, as far as known
 * @param gaps times of more than a month between the known end of one position and the beginning of the next
 * @param overlaps times of more than a month in two positions at once, each known to have lasted: somebody had two employers,
 *     or two people of one name are told of
 */
record Career(List<Position> positions, List<Gap> gaps, List<Overlap> overlaps) {

    private static final int MARGIN_DAYS = 31;

    /**
     * Somebody's time at one organisation.
     *
     * @param board true of a seat on its board
     * @param from null where the beginning is not known
     * @param until null where no end is known
     * @param endAssumed true where nobody tells of the end, but of a new employer
     * @param beganWith id of the event
     * @param endedWith id of the event
     */
    record Position(
            Reference organization,
            @Nullable String role,
            @Nullable String team,
            boolean board,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            boolean endAssumed,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String beganWith,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String endedWith) {}

    /** A time without a known position. */
    record Gap(LocalDate from, LocalDate until, long days) {}

    /** A time at two organisations. */
    record Overlap(Reference one, Reference other, LocalDate from, LocalDate until, long days) {}

    static Career of(List<TimelineEvent> events, OrganizationKinship kinship) {
        Builder builder = new Builder(kinship);
        events.stream()
                .filter(event -> event.move() != null)
                .filter(event -> event.status() == Status.CONFIRMED || event.status() == Status.REPORTED)
                .sorted(Comparator.comparing(Career::day).thenComparing(event -> event.kind() != Kind.LEAVE))
                .forEach(builder::add);
        List<Position> positions = builder.closed.stream()
                .sorted(Comparator.comparing(Career::start))
                .toList();
        return new Career(positions, gaps(positions), overlaps(positions));
    }

    private static LocalDate start(Position position) {
        return position.from() != null
                ? position.from()
                : position.until() == null ? LocalDate.MIN : position.until().minusDays(1);
    }

    private static LocalDate day(TimelineEvent event) {
        OccurredOn date = event.occurredOn();
        return date == null ? LocalDate.MAX : date.lastDay();
    }

    private static List<Gap> gaps(List<Position> positions) {
        List<Gap> gaps = new ArrayList<>();
        List<Position> jobs =
                positions.stream().filter(position -> !position.board()).toList();
        for (Position job : jobs) {
            LocalDate end = job.until();
            if (end == null || job.endAssumed()) {
                continue;
            }
            boolean another = jobs.stream()
                    .anyMatch(other -> other != job
                            && !start(other).isAfter(end.plusDays(MARGIN_DAYS))
                            && (other.until() == null || other.until().isAfter(end)));
            jobs.stream()
                    .map(Position::from)
                    .filter(from -> from != null && from.isAfter(end))
                    .min(Comparator.naturalOrder())
                    .filter(next -> !another)
                    .ifPresent(next -> gaps.add(new Gap(end, next, ChronoUnit.DAYS.between(end, next))));
        }
        return gaps;
    }

    private static List<Overlap> overlaps(List<Position> positions) {
        List<Overlap> overlaps = new ArrayList<>();
        for (int one = 0; one < positions.size(); one++) {
            for (int other = one + 1; other < positions.size(); other++) {
                overlap(positions.get(one), positions.get(other), overlaps);
            }
        }
        return overlaps;
    }

    private static void overlap(Position one, Position other, List<Overlap> overlaps) {
        boolean known = !one.board() && !other.board() && one.from() != null && other.from() != null;
        if (!known || one.endAssumed() || other.endAssumed() || one.until() == null && other.until() == null) {
            return;
        }
        LocalDate from = one.from().isAfter(other.from()) ? one.from() : other.from();
        LocalDate until = one.until() == null
                ? other.until()
                : other.until() == null || one.until().isBefore(other.until()) ? one.until() : other.until();
        if (until != null && until.isAfter(from.plusDays(MARGIN_DAYS))) {
            overlaps.add(new Overlap(
                    one.organization(), other.organization(), from, until, ChronoUnit.DAYS.between(from, until)));
        }
    }

    /** Goes through the events in order and keeps the positions that are open. */
    private static final class Builder {

        private final OrganizationKinship kinship;
        private final List<Position> closed = new ArrayList<>();

        Builder(OrganizationKinship kinship) {
            this.kinship = kinship;
        }

        void add(TimelineEvent event) {
            Move move = event.move();
            if (move == null) {
                return;
            }
            switch (event.kind()) {
                case JOIN, RETURN, FOUND -> arrive(event, move);
                case LEAVE -> end(event, move.from(), false);
                case ROLE_CHANGE -> change(event, move);
                case BOARD -> board(event, move);
                default -> {
                    // a leave of absence ends nothing
                }
            }
        }

        private void arrive(TimelineEvent event, Move move) {
            end(event, move.from(), false);
            if (event.kind() == Kind.JOIN || event.kind() == Kind.RETURN) {
                assumeEnds(event, move.to());
            }
            open(event, move, move.to(), false);
        }

        private void board(TimelineEvent event, Move move) {
            if (move.to() == null) {
                end(event, move.from(), true);
            } else {
                open(event, move, move.to(), true);
            }
        }

        private void open(TimelineEvent event, Move move, @Nullable Reference at, boolean board) {
            if (at != null) {
                closed.add(
                        new Position(at, move.role(), move.team(), board, known(event), null, false, event.id(), null));
            }
        }

        private void change(TimelineEvent event, Move move) {
            int open = open(move.to(), false);
            if (open < 0) {
                if (move.to() != null) {
                    closed.add(new Position(
                            move.to(), move.role(), move.team(), false, null, null, false, event.id(), null));
                }
                return;
            }
            Position before = closed.get(open);
            closed.set(
                    open,
                    new Position(
                            before.organization(),
                            move.role() == null ? before.role() : move.role(),
                            move.team() == null ? before.team() : move.team(),
                            false,
                            before.from(),
                            before.until(),
                            before.endAssumed(),
                            before.beganWith(),
                            before.endedWith()));
        }

        /** Ends the position at an organisation; one that nobody told the beginning of is known by its end alone. */
        private void end(TimelineEvent event, @Nullable Reference at, boolean board) {
            if (at == null) {
                return;
            }
            int open = open(at, board);
            if (open < 0) {
                closed.add(new Position(at, null, null, board, null, known(event), false, null, event.id()));
            } else {
                closed.set(open, ended(closed.get(open), event, false));
            }
        }

        private void assumeEnds(TimelineEvent event, @Nullable Reference at) {
            for (int index = 0; index < closed.size(); index++) {
                Position position = closed.get(index);
                boolean elsewhere =
                        at != null && !kinship.same(position.organization().id(), at.id());
                if (position.until() == null && position.endedWith() == null && !position.board() && elsewhere) {
                    closed.set(index, ended(position, event, true));
                }
            }
        }

        private static Position ended(Position position, TimelineEvent event, boolean assumed) {
            return new Position(
                    position.organization(),
                    position.role(),
                    position.team(),
                    position.board(),
                    position.from(),
                    known(event),
                    assumed,
                    position.beganWith(),
                    event.id());
        }

        /** The last open position at an organisation; one whose end was assumed only is open still. */
        private int open(@Nullable Reference at, boolean board) {
            for (int index = closed.size() - 1; index >= 0; index--) {
                Position position = closed.get(index);
                boolean isOpen = position.endedWith() == null || position.endAssumed();
                if (at != null
                        && isOpen
                        && position.board() == board
                        && kinship.same(position.organization().id(), at.id())) {
                    return index;
                }
            }
            return -1;
        }

        private static @Nullable LocalDate known(TimelineEvent event) {
            return event.occurredOn() == null ? null : event.occurredOn().lastDay();
        }
    }
}
