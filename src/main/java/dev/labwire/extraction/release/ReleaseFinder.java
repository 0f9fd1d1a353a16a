package dev.labwire.extraction.release;

import dev.labwire.extraction.Document;
import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.FrameMatch;
import dev.labwire.extraction.frame.Frames;
import dev.labwire.extraction.frame.Unit.Type;
import dev.labwire.extraction.language.Zone;
import dev.labwire.extraction.lexicon.Lexicon;
import dev.labwire.extraction.lexicon.ModelName;
import dev.labwire.extraction.lexicon.Organization;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the model announcements that a document tells of. Holds data files only; safe for many threads. */
final class ReleaseFinder {

    private final Lexicon lexicon;
    private final Frames frames;

    ReleaseFinder(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.frames = Frames.of(lexicon, "releases");
    }

    /** The announcements of a document, one for each model: those in words, then those by data alone. */
    List<ReleaseDraft> find(Document document, List<AnnotatedSentence> sentences) {
        Optional<Organization> firstParty =
                Optional.ofNullable(document.organization()).flatMap(lexicon::organizationNamed);
        ReleaseReader reader = new ReleaseReader(document, sentences, lexicon, firstParty);
        ReleaseMerger merger = new ReleaseMerger(document, sentences, lexicon.words());
        List<ReleaseDraft> drafts = merger.merge(inWords(sentences, reader));
        drafts.addAll(byData(new SpecSheets(sentences, firstParty.orElse(null), lexicon), drafts, reader));
        List<ReleaseDraft> merged = merger.merge(drafts);
        return lexicon.words().english() ? merged : merger.merge(new FamilyMembers(sentences).told(merged));
    }

    private List<ReleaseDraft> inWords(List<AnnotatedSentence> sentences, ReleaseReader reader) {
        List<ReleaseDraft> drafts = new ArrayList<>();
        for (AnnotatedSentence sentence : sentences) {
            boolean candidate = sentence.units().stream().anyMatch(unit -> unit.is(Type.MODEL) || unit.is(Type.NAME));
            if (candidate && sentence.sentence().zone() != Zone.BOILERPLATE) {
                for (FrameMatch match : frames.in(sentence)) {
                    reader.models(match)
                            .forEach(model -> reader.read(model, match).ifPresent(drafts::add));
                }
            }
        }
        return drafts;
    }

    private static List<ReleaseDraft> byData(SpecSheets sheets, List<ReleaseDraft> inWords, ReleaseReader reader) {
        Set<String> told = new HashSet<>();
        inWords.stream().filter(ReleaseDraft::primary).forEach(draft -> told.add(draft.modelId()));
        List<ReleaseDraft> drafts = new ArrayList<>();
        for (FrameMatch match : sheets.matches(told)) {
            ModelName model = match.unit("model").orElseThrow().valueAs(ModelName.class);
            if (!told.contains(model.reference().id())) {
                reader.read(model, match).ifPresent(drafts::add);
            }
        }
        return drafts;
    }
}
