package dev.labwire.extraction.move;

import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.Unit;
import dev.labwire.extraction.frame.Unit.Type;
import dev.labwire.extraction.language.Zone;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a mover said of the move, in quotation marks. */
final class Statements {

    private static final Pattern QUOTED = Pattern.compile("[\"“«]([^\"“”«»]{20,400})[\"”»]");
    private static final Set<String> SAYING = Set.of("say", "write", "post", "tell", "announce", "add");
    private static final int SENTENCES_LOOKED_AT = 6;

    private final List<AnnotatedSentence> sentences;

    Statements(List<AnnotatedSentence> sentences) {
        this.sentences = sentences;
    }

    /** The first quotation near the move that its sentence gives to the mover. */
    Optional<String> of(MoveDraft draft) {
        int first = draft.match.sentence().sentence().inTitle() ? 0 : draft.sentence();
        List<AnnotatedSentence> near =
                sentences.subList(first, Math.min(sentences.size(), first + SENTENCES_LOOKED_AT));
        return near.stream()
                .filter(sentence -> sentence.sentence().zone() != Zone.BOILERPLATE)
                .filter(sentence -> spoken(sentence, draft.person))
                .flatMap(sentence ->
                        QUOTED.matcher(sentence.sentence().quote()).results().limit(1))
                .map(found -> found.group(1).strip().replaceAll("\\s+", " ").replaceAll(",$", ""))
                .findFirst();
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
