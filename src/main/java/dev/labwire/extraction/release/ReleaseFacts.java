package dev.labwire.extraction.release;

import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.language.Zone;
import dev.labwire.extraction.lexicon.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The figures a document gives for its models: each goes to the model it is said of, and a rival's to nobody else. */
final class ReleaseFacts {

    private final FigureOwners owners;
    private final FactSheets sheets;
    private final BenchmarkScores scores;
    private final Prices prices;
    private final Sizes sizes;
    private final Licences licences;

    private ReleaseFacts(Set<String> announced, Words words) {
        this.owners = new FigureOwners(announced, words);
        this.sheets = new FactSheets(owners);
        this.scores = new BenchmarkScores(sheets, words);
        this.prices = new Prices(sheets, words);
        this.sizes = new Sizes(sheets, words);
        this.licences = new Licences(sheets);
    }

    /** The sheets of the announced models, by model id. */
    static Map<String, FactSheet> of(List<AnnotatedSentence> sentences, List<ReleaseDraft> drafts, Words words) {
        Set<String> announced = new HashSet<>();
        drafts.stream().filter(ReleaseDraft::primary).forEach(draft -> announced.add(draft.modelId()));
        ReleaseFacts facts = new ReleaseFacts(announced, words);
        drafts.stream()
                .filter(draft -> draft.model.size() != null)
                .forEach(draft -> facts.sheets.of(draft.modelId()).parameters = draft.model.size());
        sentences.stream()
                .filter(sentence -> sentence.sentence().zone() != Zone.BOILERPLATE)
                .forEach(facts::read);
        return facts.sheets.byModel();
    }

    private void read(AnnotatedSentence sentence) {
        scores.read(sentence);
        prices.read(sentence);
        sizes.read(sentence);
        licences.read(sentence);
        owners.moveTopic(sentence);
    }
}
