package dev.labwire.extraction;

import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.Annotator;
import dev.labwire.extraction.language.Sentence;
import dev.labwire.extraction.language.SentenceReader;
import dev.labwire.extraction.lexicon.Lexicon;
import dev.labwire.extraction.lexicon.ModelNames;
import dev.labwire.extraction.lexicon.Organization;
import dev.labwire.extraction.move.MoveMentions;
import dev.labwire.extraction.release.ReleaseMentions;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The engine: a document in, its mentions out. Pure and immutable; safe for many threads; the same document gives the same
 * mentions, whatever was read before.
 */
public final class Extractor {

    /** Mentions less certain than this are held back from the timeline. */
    static final double PUBLISHING_THRESHOLD = 0.7;

    private final Lexicon lexicon;
    private final Annotator annotator;
    private final MoveMentions moves;
    private final ReleaseMentions releases;

    public Extractor(Lexicon lexicon) {
        this.lexicon = lexicon;
        ModelNames models = new ModelNames(lexicon.families());
        this.annotator = new Annotator(lexicon, models);
        this.moves = new MoveMentions(lexicon);
        this.releases = new ReleaseMentions(lexicon);
    }

    /** Reads one document. */
    public Extraction read(Document document) {
        Document own = withFirstParty(document);
        List<Sentence> sentences = SentenceReader.sentences(own.title(), own.text());
        Organization firstParty = own.organization() == null
                ? null
                : lexicon.organizationNamed(own.organization()).orElse(null);
        List<AnnotatedSentence> annotated = annotator.annotate(sentences, own.publishedOn(), firstParty);
        List<Mention> mentions = new ArrayList<>(moves.find(own, annotated, PUBLISHING_THRESHOLD));
        mentions.addAll(releases.find(own, annotated, PUBLISHING_THRESHOLD));
        return new Extraction("en", mentions);
    }

    /** A page on a lab's own site is written by that lab, even when the feed does not say so. */
    private Document withFirstParty(Document document) {
        if (document.organization() != null || document.url() == null) {
            return document;
        }
        return host(document.url())
                .flatMap(lexicon::organizationOfHost)
                .filter(organization -> !organization.publisher())
                .map(organization -> document.writtenBy(organization.name()))
                .orElse(document);
    }

    private static Optional<String> host(String url) {
        try {
            return Optional.ofNullable(URI.create(url).getHost());
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }
}
