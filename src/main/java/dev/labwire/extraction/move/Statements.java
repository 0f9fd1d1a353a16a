package dev.labwire.extraction.move;

import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.Unit;
import dev.labwire.extraction.frame.Unit.Type;
import dev.labwire.extraction.language.Zone;
import dev.labwire.extraction.lexicon.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a mover said of the move, in quotation marks. */
final class Statements {

    private static final Pattern QUOTED = Pattern.compile("[\"“«]([^\"“”«»]{20,400})[\"”»]");
    private static final Pattern IN_ANY_QUOTES = Pattern.compile("[\"“«„「『]\\s?([^\"“”«»„「」『』]{20,500})\\s?[\"”»“」』]");
    private static final Set<String> SAYING = Set.of("say", "write", "post", "tell", "announce", "add");
    private static final int SENTENCES_LOOKED_AT = 6;

    private final List<AnnotatedSentence> sentences;

    private final Words words;

    Statements(List<AnnotatedSentence> sentences, Words words) {
        this.words = words;
        this.sentences = sentences;
    }

    /** The first quotation near the move that its sentence gives to the mover. */
    Optional<String> of(MoveDraft draft) {
        int first = draft.match.sentence().sentence().inTitle() ? 0 : draft.sentence();
        List<AnnotatedSentence> near =
                sentences.subList(first, Math.min(sentences.size(), first + SENTENCES_LOOKED_AT));
        return near.stream()
                .filter(sentence -> sentence.sentence().zone() != Zone.BOILERPLATE)
                .flatMap(sentence -> said(sentence, draft.person).stream())
                .map(found -> found.strip().replaceAll("\\s+", " ").replaceAll(",$", ""))
                .findFirst();
    }

    private Optional<String> said(AnnotatedSentence sentence, String person) {
        if (!words.english()) {
            return introduced(sentence, person);
        }
        Matcher quoted = QUOTED.matcher(sentence.sentence().quote());
        return spoken(sentence, person) && quoted.find() ? Optional.of(quoted.group(1)) : Optional.empty();
    }

    /** In other languages: a quotation, of several sentences perhaps, in a sentence that names the mover or a pronoun alone. */
    private static Optional<String> introduced(AnnotatedSentence sentence, String person) {
        boolean mover = sentence.units().stream()
                .anyMatch(unit -> person.equals(unit.value())
                        || unit.word("he")
                        || unit.word("she")
                        || unit.word("its")
                        || unit.word("i"));
        boolean another =
                sentence.units().stream().anyMatch(unit -> unit.is(Type.PERSON) && !person.equals(unit.value()));
        boolean saying = sentence.units().stream()
                .anyMatch(unit -> unit.lemma("say") || unit.word("statement") || unit.word("wrote"));
        if (!mover || another || !saying) {
            return Optional.empty();
        }
        String text = sentence.sentence().text();
        Matcher quoted =
                IN_ANY_QUOTES.matcher(text.substring(sentence.sentence().start()));
        boolean begins = quoted.find()
                && quoted.start()
                        < sentence.sentence().end() - sentence.sentence().start();
        return begins ? Optional.of(quoted.group(1)) : Optional.empty();
    }

    /** Whether the mover, or a pronoun in place of the mover, stands beside a verb of saying. */
    private static boolean spoken(AnnotatedSentence sentence, String person) {
        Matcher quoted = QUOTED.matcher(sentence.sentence().quote());
        if (!quoted.find()) {
            return false;
        }
        for (int i = 0; i < sentence.size(); i++) {
            Unit unit = sentence.unit(i);
            boolean mover = unit.is(Type.PERSON) && person.equals(unit.value()) || unit.word("he") || unit.word("she");
            boolean says = i > 0 && says(sentence.unit(i - 1)) || i + 1 < sentence.size() && says(sentence.unit(i + 1));
            if (mover && says) {
                return true;
            }
        }
        return false;
    }

    private static boolean says(Unit unit) {
        return SAYING.stream().anyMatch(unit::lemma);
    }
}
