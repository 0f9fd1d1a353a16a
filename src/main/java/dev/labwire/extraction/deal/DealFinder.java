package dev.labwire.extraction.deal;

import dev.labwire.extraction.Document;
import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.Frames;
import dev.labwire.extraction.frame.Unit.Type;
import dev.labwire.extraction.language.Zone;
import dev.labwire.extraction.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.List;

/** Finds the deals that a document tells of. Holds data files only; safe for many threads. */
final class DealFinder {

    private final Lexicon lexicon;
    private final Frames frames;

    DealFinder(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.frames = Frames.of(lexicon, "deals");
    }

    /** The deals of a document, put together from all sentences that tell of them. */
    List<DealDraft> find(Document document, List<AnnotatedSentence> sentences) {
        DealReader reader = new DealReader(document, lexicon);
        List<DealDraft> drafts = new ArrayList<>();
        for (AnnotatedSentence sentence : sentences) {
            boolean someone = sentence.units().stream().anyMatch(unit -> unit.is(Type.ORGANIZATION));
            if (someone && sentence.sentence().zone() != Zone.BOILERPLATE) {
                frames.in(sentence).forEach(match -> reader.read(match).ifPresent(drafts::add));
            }
        }
        return new DealMerger(document).merge(drafts);
    }
}
