package dev.labwire.extraction;

import dev.labwire.extraction.deal.DealMentions;
import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.Annotator;
import dev.labwire.extraction.language.Idiom;
import dev.labwire.extraction.language.Sentence;
import dev.labwire.extraction.language.SentenceReader;
import dev.labwire.extraction.language.Token;
import dev.labwire.extraction.language.Tokenizer;
import dev.labwire.extraction.lexicon.Gazetteer;
import dev.labwire.extraction.lexicon.Lexicon;
import dev.labwire.extraction.lexicon.ModelNames;
import dev.labwire.extraction.lexicon.Organization;
import dev.labwire.extraction.move.MoveMentions;
import dev.labwire.extraction.release.ReleaseMentions;
import dev.labwire.extraction.scoring.Scorer;
import dev.labwire.text.Hashes;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The engine: a document in, its mentions out. Pure; safe for many threads; the same document gives the same
 * mentions, whatever was read before.
 */
public final class Extractor {

    private static final Pattern ANNOUNCING = Pattern.compile(
            "(?:^|\\n|[.!?] )(?:Today,? |As [^.]{1,40}?,? )?(?:[Ww]e|[Ww]e['’]re|[Ww]e['’]ve) (?:are |have |also |today )?(?:launching|releasing|introducing|announcing|opening|open|welcome|welcoming|pleased|excited|thrilled|proud|delighted|raised|agreed to acquire|acquired|acquiring|adjusting|sharing|retiring)\\b");

    private static final Pattern BYLINE =
            Pattern.compile("^By (\\p{Lu}[\\p{L}.'’-]+(?: [\\p{Lu}a-z][\\p{L}.'’-]*){1,3})[.\\n]");

    private static final Pattern SIGNATURE = Pattern.compile(
            "\\n\\s*(?:[-–—]+\\s*|Posted by |Written by )(\\p{Lu}[\\p{L}.'’-]+(?: [\\p{Lu}a-z][\\p{L}.'’-]*){1,3})\\s*$");

    /** Counts changes of the engine's code that change what it finds. */
    private static final String CODE = "1";

    private static final int LONGEST_OPENING = 300;

    private final Lexicon lexicon;
    private final Set<String> languages;
    private final Map<String, Reader> readers = new ConcurrentHashMap<>();
    private final Scorer scorer;

    /** What reads the texts of one language; made when the first one comes. */
    private record Reader(
            Idiom idiom, Annotator annotator, MoveMentions moves, ReleaseMentions releases, DealMentions deals) {

        static Reader of(Lexicon lexicon) {
            ModelNames models = new ModelNames(lexicon.families(), lexicon.idiom());
            return new Reader(
                    lexicon.idiom(),
                    new Annotator(lexicon, models),
                    new MoveMentions(lexicon),
                    new ReleaseMentions(lexicon),
                    new DealMentions(lexicon));
        }
    }

    /** The engine with the shipped scorer. */
    public Extractor(Lexicon lexicon) {
        this(lexicon, Scorer.shipped());
    }

    Extractor(Lexicon lexicon, Scorer scorer) {
        this.scorer = scorer;
        this.lexicon = lexicon;
        this.languages = Set.copyOf(lexicon.languages());
    }

    /** Names the engine's code and data files: two engines of one version find the same in the same text. */
    public String version() {
        return CODE + "-"
                + Hashes.sha256Hex(lexicon.fingerprint() + scorer.weights()).substring(0, 16);
    }

    /** Reads one document. */
    public Extraction read(Document document) {
        return explain(document).extraction();
    }

    /** Reads one document and keeps the reasons. */
    public Reading explain(Document document) {
        return explain(document, lexicon.languageGuess().language(document.title(), document.text()));
    }

    /** Reads one document in a language that is known, as that of an example sentence is. */
    Reading explain(Document document, String language) {
        if (!languages.contains(language)) {
            return new Reading(language, List.of());
        }
        Reader reader = readers.computeIfAbsent(language, known -> Reader.of(lexicon.in(known)));
        Document own = inFirstPerson(withFirstParty(withByline(document)));
        List<Sentence> sentences = SentenceReader.sentences(own.title(), own.text(), reader.idiom());
        Organization firstParty = own.organization() == null
                ? null
                : lexicon.organizationNamed(own.organization()).orElse(null);
        List<AnnotatedSentence> annotated = reader.annotator().annotate(sentences, own.publishedOn(), firstParty);
        List<Told> told = new ArrayList<>(reader.moves().find(own, annotated, scorer));
        told.addAll(reader.releases().find(own, annotated, scorer));
        told.addAll(reader.deals().find(own, annotated, scorer));
        return new Reading(language, told);
    }

    /** A text that opens with "By Jane Doe" or is signed by her names its author, where the source does not. */
    private static Document withByline(Document document) {
        if (document.author() != null) {
            return document;
        }
        Matcher byline = BYLINE.matcher(document.text());
        Matcher signature = SIGNATURE.matcher(document.text());
        return byline.find()
                ? document.by(byline.group(1))
                : signature.find() ? document.by(signature.group(1)) : document;
    }

    /** Who says "we are launching": a text in the first person is its title's one organisation speaking. */
    private Document inFirstPerson(Document document) {
        if (document.organization() != null
                || !ANNOUNCING.matcher(document.text()).find()) {
            return document;
        }
        boolean silentTitle = organizations(document.title()).isEmpty();
        List<Organization> named = named(silentTitle ? firstSentence(document.text()) : document.title());
        return named.size() == 1 ? document.writtenBy(named.get(0).name()) : document;
    }

    private static String firstSentence(String text) {
        int end = text.indexOf(". ");
        String first = end < 0 ? text : text.substring(0, end);
        return first.substring(0, Math.min(first.length(), LONGEST_OPENING));
    }

    /** The organisations that a line speaks of, other than as somebody else's: "as we acquire X". */
    private List<Organization> named(String line) {
        List<Token> tokens = Tokenizer.tokens(line);
        List<Organization> named = new ArrayList<>();
        organizations(line).forEach((at, organization) -> {
            boolean other = at > 0
                    && lexicon.words().in("before-another", tokens.get(at - 1).norm());
            if (!other && !named.contains(organization)) {
                named.add(organization);
            }
        });
        return named;
    }

    /** The organisations of a line, by the index of the token where each begins. */
    private Map<Integer, Organization> organizations(String line) {
        List<Token> tokens = Tokenizer.tokens(line);
        Map<Integer, Organization> organizations = new TreeMap<>();
        for (int i = 0; i < tokens.size(); i++) {
            Gazetteer.Hit<Organization> hit = lexicon.organizationNames().at(tokens, i);
            if (hit != null) {
                organizations.put(i, hit.value());
                i += hit.length() - 1;
            }
        }
        return organizations;
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
