package dev.labwire.extraction.frame;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.labwire.extraction.language.Idiom;
import dev.labwire.extraction.lexicon.Lexicon;
import dev.labwire.extraction.lexicon.LexiconFiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The frames of one data file and of what is added to it. Immutable; safe for many threads. */
public final class Frames {

    private final List<Frame> frames;
    private final PatternIndex patterns;

    private Frames(List<Frame> frames) {
        this.frames = List.copyOf(frames);
        this.patterns = new PatternIndex(frames);
    }

    /** The frames of a lexicon file: the shipped ones, each replaced by an added one of its id, then the added ones. */
    public static Frames read(LexiconFiles files, String file) {
        return new Frames(List.copyOf(own(files, file, Idiom.ENGLISH).values()));
    }

    /** The frames that a file of the lexicon's own language has itself. */
    public static Frames read(Lexicon lexicon, String file) {
        return new Frames(
                List.copyOf(own(lexicon.files(), file, lexicon.idiom()).values()));
    }

    /** The frames that a file has itself, by id. */
    private static Map<String, Frame> own(LexiconFiles files, String file, Idiom idiom) {
        TypeReference<List<Frame.Entry>> type = new TypeReference<>() {};
        Map<String, Frame> frames = new LinkedHashMap<>();
        files.shippedIfAny(file, type)
                .ifPresent(all -> all.forEach(frame -> frames.put(frame.id(), frame.compiled(idiom))));
        files.added(file, type).ifPresent(all -> all.forEach(frame -> frames.put(frame.id(), frame.compiled(idiom))));
        return frames;
    }

    /**
     * The frames of one sort in the language of a lexicon. Another language's own come first; the English ones follow, for glosses
     * and verbs make English words of those of languages that build their sentences alike.
     *
     * @param sort such as {@code moves}
     */
    public static Frames of(Lexicon lexicon, String sort) {
        Idiom idiom = lexicon.idiom();
        String english = "frames-" + sort + "-en.yaml";
        if (idiom.english()) {
            return read(lexicon.files(), english);
        }
        Map<String, Frame> own = own(lexicon.files(), "frames-" + sort + "-" + idiom.language() + ".yaml", idiom);
        List<Frame> frames = new ArrayList<>(own.values());
        if (lexicon.words().in("traits", "english-order")) {
            frames.addAll(own(lexicon.files(), english, Idiom.ENGLISH).values());
        }
        return new Frames(frames);
    }

    /** Those that tell of one kind alone. */
    public Frames ofKind(String kind) {
        return new Frames(
                frames.stream().filter(frame -> frame.kind().equals(kind)).toList());
    }

    public List<Frame> all() {
        return frames;
    }

    /** What a sentence tells; where two frames claim the same words, the earlier frame of the file has them. */
    public List<FrameMatch> in(AnnotatedSentence sentence) {
        List<FrameMatch> matches = new ArrayList<>();
        patterns.possible(sentence, (frame, pattern) -> collect(frame, pattern, sentence, matches));
        return matches;
    }

    private static void collect(Frame frame, Pattern pattern, AnnotatedSentence sentence, List<FrameMatch> matches) {
        for (Pattern.Match match : pattern.all(sentence)) {
            FrameMatch found = new FrameMatch(frame, sentence, match.from(), match.to(), match.slots());
            boolean vetoed = match.to() < sentence.size()
                    && frame.vetoAfter().contains(sentence.unit(match.to()).norm());
            if (vetoed || matches.stream().anyMatch(earlier -> covers(earlier, found))) {
                continue;
            }
            matches.removeIf(earlier -> outdone(earlier, found));
            matches.add(found);
        }
    }

    /** Whether an earlier match already tells of the same subject, or of a likelier one, with the same words. */
    private static boolean covers(FrameMatch earlier, FrameMatch later) {
        boolean overlap = earlier.from() < later.to() && later.from() < earlier.to();
        int person = earlier.position("person");
        boolean samePerson = person == later.position("person");
        boolean inside = overlap && samePerson && earlier.from() <= later.from() && earlier.to() >= later.to();
        boolean sameEnd = overlap && person >= 0 && earlier.to() == later.to();
        return inside || sameEnd && (samePerson || !outdone(earlier, later));
    }

    /** Whether a later match names a known person where an earlier one, with the same end, has a mere name or pronoun. */
    private static boolean outdone(FrameMatch earlier, FrameMatch later) {
        boolean sameEnd = earlier.to() == later.to()
                && earlier.frame().id().equals(later.frame().id());
        return sameEnd
                && earlier.position("person") >= 0
                && later.position("person") >= 0
                && rank(later) > rank(earlier);
    }

    private static int rank(FrameMatch match) {
        return match.unit("person")
                .map(unit -> unit.is(Unit.Type.PERSON) ? 2 : unit.is(Unit.Type.NAME) ? 1 : 0)
                .orElse(0);
    }
}
