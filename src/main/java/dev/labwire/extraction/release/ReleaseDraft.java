package dev.labwire.extraction.release;

import dev.labwire.extraction.Kind;
import dev.labwire.extraction.OccurredOn;
import dev.labwire.extraction.Reference;
import dev.labwire.extraction.Status;
import dev.labwire.extraction.frame.FrameMatch;
import dev.labwire.extraction.lexicon.ModelName;
import dev.labwire.extraction.scoring.Evidence;
import org.jspecify.annotations.Nullable;

/** One announcement as a document tells it, while its sentences are put together. */
final class ReleaseDraft {

    final ModelName model;
    final FrameMatch match;
    final @Nullable Reference organization;
    Kind kind;
    Status status;

    @Nullable
    OccurredOn occurredOn;
    /** how much speaks for being the news; from 0 on it is */
    double newsworthy;

    final Evidence evidence;

    ReleaseDraft(ModelName model, @Nullable Reference organization, Kind kind, Status status, FrameMatch match) {
        this.model = model;
        this.organization = organization;
        this.kind = kind;
        this.status = status;
        this.match = match;
        this.evidence = new Evidence(match.frame().weight());
    }

    /** The same telling of another model. */
    ReleaseDraft of(ModelName other) {
        ReleaseDraft draft = new ReleaseDraft(other, organization, kind, status, match);
        draft.occurredOn = occurredOn;
        draft.newsworthy = newsworthy;
        return draft;
    }

    int sentence() {
        return match.sentence().sentence().index();
    }

    String modelId() {
        return model.reference().id();
    }

    boolean primary() {
        return newsworthy >= 0;
    }
}
