package dev.labwire.extraction.frame;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.labwire.extraction.lexicon.LexiconFiles;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The frames of one data file and of what is added to it. Immutable; safe for many threads. */
public final class Frames {

    private final List<Frame> frames;
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, BitSet> byTrigger = new HashMap<>();
    private final BitSet always = new BitSet();

    /** One pattern of one frame. */
    private record Line(Frame frame, Pattern pattern) {}

    private Frames(List<Frame> frames) {
        this.frames = List.copyOf(frames);
        for (Frame frame : frames) {
            frame.patterns().forEach(pattern -> add(new Line(frame, pattern)));
        }
    }

    private void add(Line line) {
        int number = lines.size();
        lines.add(line);
        if (line.pattern().triggers().isEmpty()) {
            always.set(number);
        }
        line.pattern().triggers().forEach(word -> byTrigger
                .computeIfAbsent(word, key -> new BitSet())
                .set(number));
    }

    /** The frames of a lexicon file: the shipped ones, each replaced by an added one of its id, then the added ones. */
    public static Frames read(LexiconFiles files, String file) {
        TypeReference<List<Frame>> type = new TypeReference<>() {};
        Map<String, Frame> frames = new LinkedHashMap<>();
        files.shipped(file, type).forEach(frame -> frames.put(frame.id(), frame));
        files.added(file, type).ifPresent(added -> added.forEach(frame -> frames.put(frame.id(), frame)));
        return new Frames(List.copyOf(frames.values()));
    }

    public List<Frame> all() {
        return frames;
    }

    /** What a sentence tells; where two frames claim the same words, the earlier frame of the file has them. */
    public List<FrameMatch> in(AnnotatedSentence sentence) {
        BitSet possible = (BitSet) always.clone();
        for (String word : sentence.words()) {
            BitSet triggered = byTrigger.get(word);
            if (triggered != null) {
                possible.or(triggered);
            }
        }
        List<FrameMatch> matches = new ArrayList<>();
        for (int i = possible.nextSetBit(0); i >= 0; i = possible.nextSetBit(i + 1)) {
            collect(lines.get(i).frame(), lines.get(i).pattern(), sentence, matches);
        }
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
