package dev.labwire.extraction.frame;

import dev.labwire.extraction.language.Sentence;
import dev.labwire.extraction.language.Token;
import dev.labwire.extraction.lexicon.Lexicon;
import dev.labwire.extraction.lexicon.ModelNames;
import dev.labwire.extraction.lexicon.Organization;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Says what the tokens of a document's sentences stand for. Names of people nobody lists are found by their shape and
 * company, and a surname alone stands for the one full name in the document that ends with it.
 */
public final class Annotator {

    private final Lexicon lexicon;
    private final ModelNames models;
    private final Beginnings beginnings;
    private final Duties duties;
    private final LoneVersions versions;

    public Annotator(Lexicon lexicon, ModelNames models) {
        this.lexicon = lexicon;
        this.models = models;
        this.beginnings = new Beginnings(lexicon, models);
        this.duties = new Duties(lexicon.words());
        this.versions = new LoneVersions(lexicon, models);
    }

    /**
     * The sentences of one document with their units.
     *
     * @param anchor day of publication
     * @param firstParty the organisation that speaks as "we" and "us", where the source is its own
     */
    public List<AnnotatedSentence> annotate(
            List<Sentence> sentences, @Nullable LocalDate anchor, @Nullable Organization firstParty) {
        EvidentOrganizations evident = new EvidentOrganizations(sentences, lexicon);
        List<List<Unit>> found = sentences.stream()
                .map(sentence -> versions.whole(units(sentence, evident, anchor)))
                .toList();
        if (!lexicon.idiom().english()) {
            found = inOtherLanguages(sentences, found);
        }
        People people = new People(sentences, found, lexicon);
        List<List<Unit>> named = found.stream().map(people::resolve).toList();
        StandIns standIns = new StandIns(lexicon.words(), firstParty);
        List<AnnotatedSentence> annotated = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            Sentence sentence = sentences.get(i);
            annotated.add(new AnnotatedSentence(sentence, standIns.resolve(named, i), titleCase(sentence.tokens())));
        }
        return annotated;
    }

    /** The units with the names that capitals do not tell, or that stand where English has none. */
    private List<List<Unit>> inOtherLanguages(List<Sentence> sentences, List<List<Unit>> drafts) {
        List<CaselessSentence> first = IntStream.range(0, drafts.size())
                .mapToObj(i -> new CaselessSentence(sentences.get(i), drafts.get(i), lexicon))
                .toList();
        List<CaselessSentence> second = new Houses(first, lexicon).resolved();
        List<List<Unit>> found = sentences.stream().anyMatch(Annotator::caseless)
                ? new CaselessNames(second).resolved()
                : second.stream().map(CaselessSentence::units).toList();
        return new VersionNames(models).whole(found);
    }

    private static boolean caseless(Sentence sentence) {
        return sentence.tokens().stream().anyMatch(Token::caseless);
    }

    private List<Unit> units(Sentence sentence, EvidentOrganizations evident, @Nullable LocalDate anchor) {
        return new UnitReader(
                        sentence, titleCase(sentence.tokens()), evident, anchor, lexicon, models, beginnings, duties)
                .units();
    }

    /** Whether ordinary words have capitals here, so that a capital is no sign of a name; a verb without one tells otherwise. */
    private boolean titleCase(List<Token> tokens) {
        if (!lexicon.idiom().english() && tokens.stream().anyMatch(Token::caseless)) {
            return false;
        }
        int capitals = 0;
        for (Token token : tokens.subList(Math.min(1, tokens.size()), tokens.size())) {
            boolean verb = !lexicon.words().lemmas(token.norm()).isEmpty();
            if (token.text().length() < 4 || !verb && !lexicon.commonWord(token.norm())) {
                continue;
            }
            if (verb && !token.capitalized()) {
                return false;
            }
            capitals += token.capitalized() ? 1 : -1;
        }
        return capitals > 0;
    }
}
