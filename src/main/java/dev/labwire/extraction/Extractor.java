package dev.labwire.extraction;

import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.Annotator;
import dev.labwire.extraction.language.Sentence;
import dev.labwire.extraction.language.SentenceReader;
import dev.labwire.extraction.lexicon.Lexicon;
import dev.labwire.extraction.lexicon.ModelNames;
import dev.labwire.extraction.move.MoveMentions;
import dev.labwire.extraction.release.ReleaseMentions;
import java.util.ArrayList;
import java.util.List;

/**
 * The engine: a document in, its mentions out. Pure and immutable; safe for many threads; the same document gives the same
 * mentions, whatever was read before.
 */
public final class Extractor {

    /** Mentions less certain than this are held back from the timeline. */
    static final double PUBLISHING_THRESHOLD = 0.7;

    private final Annotator annotator;
    private final MoveMentions moves;
    private final ReleaseMentions releases;

    public Extractor(Lexicon lexicon) {
        ModelNames models = new ModelNames(lexicon.families());
        this.annotator = new Annotator(lexicon, models);
        this.moves = new MoveMentions(lexicon);
        this.releases = new ReleaseMentions(lexicon);
    }

    /** Reads one document. */
    public Extraction read(Document document) {
        List<Sentence> sentences = SentenceReader.sentences(document.title(), document.text());
        List<AnnotatedSentence> annotated = annotator.annotate(sentences, document.publishedOn());
        List<Mention> mentions = new ArrayList<>(moves.find(document, annotated, PUBLISHING_THRESHOLD));
        mentions.addAll(releases.find(document, annotated, PUBLISHING_THRESHOLD));
        return new Extraction("en", mentions);
    }
}
