package dev.labwire.extraction.move;

import dev.labwire.extraction.Kind;
import dev.labwire.extraction.OccurredOn;
import dev.labwire.extraction.Reference;
import dev.labwire.extraction.Status;
import dev.labwire.extraction.frame.FrameMatch;
import dev.labwire.extraction.scoring.Evidence;
import org.jspecify.annotations.Nullable;

/** One telling of a move in one sentence, before the document's tellings of it are put together. */
final class MoveDraft {

    final String person;
    final FrameMatch match;
    Kind kind;
    /** for a board seat: given up rather than taken, told otherwise than by the frame */
    boolean leavingBoard;
    /** the organisation merely stands nearby */
    boolean farGuess;

    @Nullable
    Reference from;

    @Nullable
    Reference to;

    @Nullable
    String role;

    @Nullable
    String team;

    @Nullable
    Reference reportsTo;

    @Nullable
    String statement;

    @Nullable
    OccurredOn occurredOn;

    Status status = Status.CONFIRMED;
    /** how much the sentence speaks for being the news; from 0 on it is */
    double newsworthy;

    final Evidence evidence;

    MoveDraft(String person, Kind kind, FrameMatch match) {
        this.person = person;
        this.kind = kind;
        this.match = match;
        this.evidence = new Evidence(match.frame().weight());
    }

    boolean leaving() {
        return kind == Kind.LEAVE
                || kind == Kind.BOARD && (leavingBoard || match.frame().leaving());
    }

    String surname() {
        return person.substring(person.lastIndexOf(' ') + 1);
    }

    int sentence() {
        return match.sentence().sentence().index();
    }

    /** The organisation that defines the move: where to, else where from. */
    @Nullable
    Reference defining() {
        return to != null ? to : from;
    }
}
