package dev.labwire.extraction.deal;

import dev.labwire.extraction.Kind;
import dev.labwire.extraction.OccurredOn;
import dev.labwire.extraction.Reference;
import dev.labwire.extraction.Status;
import dev.labwire.extraction.frame.FrameMatch;
import dev.labwire.extraction.scoring.Evidence;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One deal as a document tells it, while its sentences are put together. */
final class DealDraft {

    Kind kind;
    final FrameMatch match;
    /** who raises, buys or orders comes first */
    final Set<Reference> parties = new LinkedHashSet<>();

    /** how many of the parties the frame itself names */
    int named;

    Status status = Status.CONFIRMED;

    @Nullable
    OccurredOn occurredOn;

    @Nullable
    Double amount;
    /** how much speaks for being the news; from 0 on it is */
    double newsworthy;

    final Evidence evidence;

    DealDraft(Kind kind, FrameMatch match) {
        this.kind = kind;
        this.match = match;
        this.evidence = new Evidence(match.frame().weight());
    }

    boolean primary() {
        return newsworthy >= 0;
    }
}
