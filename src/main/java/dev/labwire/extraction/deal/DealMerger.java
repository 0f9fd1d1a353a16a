package dev.labwire.extraction.deal;

import dev.labwire.extraction.Document;
import dev.labwire.extraction.Kind;
import dev.labwire.extraction.OccurredOn;
import dev.labwire.extraction.Reference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts together what several sentences of a document tell of one deal. */
final class DealMerger {

    private final Document document;

    DealMerger(Document document) {
        this.document = document;
    }

    /** One draft for each deal, the likeliest news first. */
    List<DealDraft> merge(List<DealDraft> drafts) {
        List<DealDraft> sorted = new ArrayList<>(drafts);
        sorted.sort(Comparator.comparingDouble((DealDraft draft) -> -draft.newsworthy)
                .thenComparing(draft -> -draft.match.frame().weight())
                .thenComparing(draft -> draft.match.sentence().sentence().index()));
        List<DealDraft> merged = new ArrayList<>();
        for (DealDraft draft : sorted) {
            merged.stream()
                    .filter(kept -> same(kept, draft))
                    .findFirst()
                    .ifPresentOrElse(kept -> enrich(kept, draft), () -> merged.add(draft));
        }
        for (DealDraft draft : merged) {
            if (draft.primary() && draft.occurredOn == null && document.publishedOn() != null) {
                draft.occurredOn = OccurredOn.by(document.publishedOn());
            }
        }
        return merged;
    }

    /** One kind of deal between the same two, or of the same one where a telling names but one. */
    private static boolean same(DealDraft kept, DealDraft draft) {
        Set<String> first = ids(kept);
        Set<String> second = ids(draft);
        long common = first.stream().filter(second::contains).count();
        boolean samePrincipal = kept.kind == Kind.FUNDING
                && first.iterator().next().equals(second.iterator().next());
        return kept.kind == draft.kind
                && (common > 1 || samePrincipal || common == Math.min(first.size(), second.size()));
    }

    private static Set<String> ids(DealDraft draft) {
        return draft.parties.stream().map(Reference::id).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static void enrich(DealDraft kept, DealDraft other) {
        kept.parties.addAll(other.parties);
        kept.amount = kept.amount == null ? other.amount : kept.amount;
        kept.occurredOn = kept.occurredOn == null && other.primary() ? other.occurredOn : kept.occurredOn;
        kept.evidence.support();
    }
}
