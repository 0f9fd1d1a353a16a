package dev.labwire.extraction.release;

import dev.labwire.extraction.Kind;
import dev.labwire.extraction.Status;
import dev.labwire.extraction.frame.FrameMatch;
import dev.labwire.extraction.lexicon.ModelName;
import java.util.regex.Pattern;

/** What sort of announcement a frame makes: its own kind, or for a release what the words around it say. */
final class ReleaseKinds {

    private static final Pattern PREVIEW =
            Pattern.compile("\\b(?:preview|experimental|beta|early access|alpha)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMING =
            Pattern.compile("\\b(?:leaked|upcoming|forthcoming|coming soon|is coming)\\b", Pattern.CASE_INSENSITIVE);

    private ReleaseKinds() {}

    /** The kind of a model's announcement with that status. */
    static Kind of(ModelName model, FrameMatch match, Status status) {
        Kind kind = Kind.of(match.frame().kind());
        if (kind != Kind.RELEASE) {
            return kind;
        }
        if (model.stage() != null || PREVIEW.matcher(near(match)).find()) {
            return Kind.PREVIEW;
        }
        boolean coming = COMING.matcher(match.sentence().sentence().quote()).find();
        return coming || status == Status.RUMORED ? Kind.ANNOUNCE : Kind.RELEASE;
    }

    /** The words of the match and the few around it. */
    private static String near(FrameMatch match) {
        int from = Math.max(0, match.from() - 3);
        int to = Math.min(match.sentence().size(), match.to() + 4);
        return match.sentence().text(from, to);
    }
}
