package dev.labwire.extraction.release;

import dev.labwire.extraction.Document;
import dev.labwire.extraction.Mention;
import dev.labwire.extraction.Release;
import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.Finding;
import dev.labwire.extraction.lexicon.Lexicon;
import dev.labwire.extraction.lexicon.Words;
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
    public List<Mention> find(Document document, List<AnnotatedSentence> sentences, double threshold) {
        List<ReleaseDraft> drafts = finder.find(document, sentences);
        if (drafts.isEmpty()) {
            return List.of();
        }
        Map<String, FactSheet> facts = ReleaseFacts.of(sentences, drafts, words);
        return drafts.stream()
                .map(draft -> mention(draft, facts.getOrDefault(draft.modelId(), new FactSheet()), threshold))
                .toList();
    }

    private static Mention mention(ReleaseDraft draft, FactSheet facts, double threshold) {
        Release release = new Release(
                draft.organization,
                draft.model.reference(),
                facts.contextTokens,
                facts.parameters,
                facts.license,
                facts.priceIn,
                facts.priceOut,
                List.copyOf(facts.benchmarks.values()));
        return finding(draft).mention(release, threshold);
    }

    private static Finding finding(ReleaseDraft draft) {
        return new Finding(
                draft.match.sentence(), draft.kind, draft.status, draft.occurredOn, draft.certainty, draft.newsworthy);
    }
}
