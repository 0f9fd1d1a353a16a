package dev.labwire.extraction.move;

import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.language.Zone;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether the document as a whole vouches for its news or leaves it to others. */
final class Confirmation {

    private static final Pattern HEARSAY =
            Pattern.compile("\\b(?:people familiar|sources|reported|report said|citing|reportedly)\\b");

    private final List<AnnotatedSentence> sentences;

    Confirmation(List<AnnotatedSentence> sentences) {
        this.sentences = sentences;
    }

    /** Whether the text says that somebody in charge confirmed or announced it. */
    boolean given() {
        return sentences.stream()
                .filter(sentence -> !sentence.sentence().inTitle())
                .map(Confirmation::text)
                .anyMatch(Confirmation::confirms);
    }

    private static boolean confirms(String text) {
        boolean party = text.contains("spokes")
                || text.contains("company")
                || text.contains("confirmed the")
                || text.contains("confirmed that");
        return text.contains("confirmed") && party || text.contains("announced on") || text.contains("in a post on");
    }

    /** Whether the lead has it from hearsay, and nobody confirms it. */
    boolean missing() {
        return sentences.stream()
                        .filter(sentence -> sentence.sentence().zone() == Zone.LEAD)
                        .map(Confirmation::text)
                        .anyMatch(text -> HEARSAY.matcher(text).find() && text.indexOf('"') < 0)
                && !given();
    }

    private static String text(AnnotatedSentence sentence) {
        return sentence.sentence().quote().toLowerCase(Locale.ROOT);
    }
}
