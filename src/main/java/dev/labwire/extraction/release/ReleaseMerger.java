package dev.labwire.extraction.release;

import dev.labwire.extraction.Document;
import dev.labwire.extraction.Kind;
import dev.labwire.extraction.OccurredOn;
import dev.labwire.extraction.Status;
import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.lexicon.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts the tellings of one document together: one draft for each model, with what any of its sentences adds. */
final class ReleaseMerger {

    private final Document document;
    private final OpenWeights openWeights;

    ReleaseMerger(Document document, List<AnnotatedSentence> sentences, Words words) {
        this.document = document;
        this.openWeights = new OpenWeights(sentences, words);
    }

    /** One draft for each model, in reading order. */
    List<ReleaseDraft> merge(List<ReleaseDraft> drafts) {
        List<ReleaseDraft> sorted = new ArrayList<>(drafts);
        sorted.sort(Comparator.comparingDouble((ReleaseDraft draft) -> -draft.newsworthy)
                .thenComparing(draft -> -draft.match.frame().weight())
                .thenComparing(ReleaseDraft::sentence));
        List<ReleaseDraft> merged = new ArrayList<>();
        for (ReleaseDraft draft : sorted) {
            merged.stream()
                    .filter(kept -> kept.modelId().equals(draft.modelId()))
                    .findFirst()
                    .ifPresentOrElse(kept -> enrich(kept, draft), () -> merged.add(draft));
        }
        merged.forEach(this::finish);
        merged.sort(Comparator.comparingInt(ReleaseDraft::sentence));
        return merged;
    }

    private static void enrich(ReleaseDraft kept, ReleaseDraft other) {
        if (kept.occurredOn == null && other.primary()) {
            kept.occurredOn = other.occurredOn;
        }
        boolean stronger = kept.kind == Kind.RELEASE
                && (other.kind == Kind.PREVIEW || other.kind == Kind.OPEN_WEIGHTS)
                && other.primary();
        boolean out = kept.kind == Kind.ANNOUNCE
                && (other.kind == Kind.RELEASE || other.kind == Kind.PREVIEW)
                && other.primary()
                && kept.status == Status.CONFIRMED;
        kept.kind = stronger || out ? other.kind : kept.kind;
        if (other.status == Status.REPORTED
                && kept.status == Status.CONFIRMED
                && kept.match.sentence().sentence().inTitle()) {
            kept.status = Status.REPORTED;
        }
        kept.evidence.support();
    }

    private void finish(ReleaseDraft draft) {
        if (draft.kind == Kind.RELEASE && openWeights.of(draft.modelId())) {
            draft.kind = Kind.OPEN_WEIGHTS;
        }
        if (draft.primary()
                && draft.occurredOn == null
                && document.publishedOn() != null
                && draft.kind != Kind.ANNOUNCE) {
            draft.occurredOn = OccurredOn.by(document.publishedOn());
        }
    }
}
