package dev.labwire.extraction.release;

import dev.labwire.extraction.Document;
import dev.labwire.extraction.Release;
import dev.labwire.extraction.Told;
import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.Finding;
import dev.labwire.extraction.lexicon.Lexicon;
import dev.labwire.extraction.lexicon.Words;
import dev.labwire.extraction.scoring.Scorer;
import java.util.List;
import java.util.Map;

/** The model announcements of a document as mentions. */
public final class ReleaseMentions {

    private final ReleaseFinder finder;
    private final Words words;

    public ReleaseMentions(Lexicon lexicon) {
        this.finder = new ReleaseFinder(lexicon);
        this.words = lexicon.words();
    }

    /** Every announcement found, news and background alike. */
    public List<Told> find(Document document, List<AnnotatedSentence> sentences, Scorer scorer) {
        List<ReleaseDraft> drafts = finder.find(document, sentences);
        if (drafts.isEmpty()) {
            return List.of();
        }
        Map<String, FactSheet> facts = ReleaseFacts.of(sentences, drafts, words);
        return drafts.stream()
                .map(draft -> told(draft, facts.getOrDefault(draft.modelId(), new FactSheet()), scorer))
                .toList();
    }

    private static Told told(ReleaseDraft draft, FactSheet facts, Scorer scorer) {
        Release release = new Release(
                draft.organization,
                draft.model.reference(),
                facts.contextTokens,
                facts.parameters,
                facts.license,
                facts.priceIn,
                facts.priceOut,
                List.copyOf(facts.benchmarks.values()));
        return finding(draft).told(release, scorer);
    }

    private static Finding finding(ReleaseDraft draft) {
        return new Finding(draft.match, draft.kind, draft.status, draft.occurredOn, draft.evidence, draft.newsworthy);
    }
}
