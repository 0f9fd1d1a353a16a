package dev.labwire.extraction.move;

import dev.labwire.extraction.Document;
import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.FrameMatch;
import dev.labwire.extraction.frame.Frames;
import dev.labwire.extraction.language.Zone;
import dev.labwire.extraction.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.List;

/** Finds the people moves that a document tells of. Holds data files only; safe for many threads. */
final class MoveFinder {

    private final Lexicon lexicon;
    private final Frames moves;
    private final Frames affiliations;
    private final Frames raids;

    MoveFinder(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.moves = Frames.of(lexicon, "moves");
        this.affiliations = Frames.of(lexicon, "affiliations");
        this.raids = affiliations.ofKind("raid");
    }

    /** The moves of a document, put together from all sentences that tell of them. */
    List<MoveDraft> find(Document document, List<AnnotatedSentence> sentences) {
        Antecedents antecedents = new Antecedents(sentences, document.author());
        Affiliations known = new Affiliations(
                sentences, affiliations, antecedents, new RolePhrases(lexicon.words()), lexicon.words());
        Movers movers = new Movers(antecedents, lexicon.words());
        MoveReader reader = new MoveReader(document, sentences, lexicon, known, new Raids(sentences, raids, lexicon));
        List<MoveDraft> drafts = new ArrayList<>();
        for (AnnotatedSentence sentence : sentences) {
            if (sentence.sentence().zone() != Zone.BOILERPLATE) {
                for (FrameMatch match : moves.in(sentence)) {
                    movers.of(match)
                            .forEach(person -> reader.read(person, match).ifPresent(drafts::add));
                }
            }
        }
        return new MoveMerger(document, sentences, lexicon).merge(drafts);
    }
}
