package dev.labwire.extraction.release;

import dev.labwire.extraction.Kind;
import dev.labwire.extraction.Status;
import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.FrameMatch;
import dev.labwire.extraction.lexicon.ModelName;
import dev.labwire.extraction.lexicon.Words;
import java.util.regex.Pattern;

/** What sort of announcement a frame makes: its own kind, or for a release what the words around it say. */
final class ReleaseKinds {

    private static final Pattern PREVIEW = Pattern.compile(
            "\\b(?:preview|experimental|beta|early access|(?<!aleph.)alpha)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMING =
            Pattern.compile("\\b(?:leaked|upcoming|forthcoming|coming soon|is coming)\\b", Pattern.CASE_INSENSITIVE);

    private ReleaseKinds() {}

    /** The kind of a model's announcement with that status. */
    static Kind of(ModelName model, FrameMatch match, Status status, Words words) {
        Kind kind = Kind.of(match.frame().kind());
        if (kind != Kind.RELEASE) {
            return kind;
        }
        String beside = near(match, 3, 4);
        if (model.stage() != null || PREVIEW.matcher(beside).find() || words.says("preview-words", beside)) {
            return Kind.PREVIEW;
        }
        String around = near(match, 8, 10);
        boolean coming = COMING.matcher(around).find() || words.says("coming-words", around);
        return coming || status == Status.RUMORED ? Kind.ANNOUNCE : Kind.RELEASE;
    }

    /** The words of the match and so many units around it, within its clause. */
    private static String near(FrameMatch match, int before, int behind) {
        AnnotatedSentence sentence = match.sentence();
        int from = match.from();
        while (from > 0
                && from > match.from() - before
                && !sentence.unit(from - 1).word(";")) {
            from--;
        }
        int to = match.to();
        while (to < sentence.size()
                && to < match.to() + behind
                && !sentence.unit(to).word(";")) {
            to++;
        }
        return sentence.text(from, to);
    }
}
