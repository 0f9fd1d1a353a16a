package dev.labwire.extraction.frame;

import dev.labwire.extraction.EventType;
import dev.labwire.extraction.Kind;
import dev.labwire.extraction.lexicon.LexiconEntry;
import dev.labwire.extraction.lexicon.LexiconEntry.Item;
import dev.labwire.extraction.lexicon.LexiconFiles;
import dev.labwire.extraction.lexicon.LexiconYaml;
import dev.labwire.text.FileFault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a file of frames that an admin adds looks like.
 *
 * @param faults what is wrong with its form and its patterns
 * @param examples its example sentences, for whoever can run them
 */
public record FrameCheck(List<FileFault> faults, List<Example> examples) {

    /**
     * An example sentence.
     *
     * @param frame id of its frame
     * @param meant whether it stands under {@code yes}
     * @param line where it stands, counted from 1
     * @param column counted from 1
     */
    public record Example(String frame, boolean meant, String sentence, int line, int column) {}

    private static final Set<String> FIELDS = Set.of(
            "id",
            "kind",
            "leaving",
            "firstParty",
            "titleOnly",
            "background",
            "weight",
            "patterns",
            "vetoAfter",
            "yes",
            "no");

    /** The kinds that a frame of each file may have. */
    private static final Map<String, Set<String>> KINDS = Map.of(
            "frames-affiliations", Set.of("current", "former", "latest", "raid"),
            "frames-moves", kinds(EventType.PEOPLE_MOVE, "appoint"),
            "frames-releases", kinds(EventType.MODEL_RELEASE),
            "frames-deals", kinds(EventType.DEAL));

    public FrameCheck {
        faults = List.copyOf(faults);
        examples = List.copyOf(examples);
    }

    /** Whether a lexicon file holds frames. */
    public static boolean covers(String file) {
        return KINDS.containsKey(LexiconFiles.stem(file));
    }

    /** Looks through the text of an added file of frames. */
    public static FrameCheck of(String file, String text) {
        LexiconYaml yaml = new LexiconYaml(text);
        List<Example> examples = new ArrayList<>();
        for (LexiconEntry frame : yaml.entries("frame", "id", FIELDS)) {
            frame.required("kind");
            frame.oneOf("kind", KINDS.get(LexiconFiles.stem(file)));
            frame.share("weight");
            List.of("leaving", "firstParty", "titleOnly", "background").forEach(frame::flag);
            frame.texts("vetoAfter");
            patterns(frame);
            examples(frame, "yes", true, examples);
            examples(frame, "no", false, examples);
        }
        return new FrameCheck(yaml.faults(), examples);
    }

    private static void patterns(LexiconEntry frame) {
        List<Item> patterns = frame.texts("patterns");
        if (patterns.isEmpty()) {
            frame.fault("patterns", "this frame needs at least one item under 'patterns'");
        }
        for (Item pattern : patterns) {
            try {
                Pattern.compile(pattern.text());
            } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
                pattern.fault("the pattern \"" + pattern.text() + "\" cannot be read: " + unreadable.getMessage());
            }
        }
    }

    private static void examples(LexiconEntry frame, String field, boolean meant, List<Example> examples) {
        List<Item> sentences = frame.texts(field);
        if (meant && sentences.isEmpty()) {
            frame.fault(field, "this frame needs at least one example sentence under '" + field + "'");
        }
        String id = frame.text("id");
        for (Item item : sentences) {
            examples.add(new Example(id == null ? "?" : id, meant, item.text(), item.line(), item.column()));
        }
    }

    private static Set<String> kinds(EventType type, String... more) {
        return Stream.concat(
                        Arrays.stream(Kind.values())
                                .filter(kind -> kind.type() == type)
                                .map(Kind::wireName),
                        Arrays.stream(more))
                .collect(Collectors.toUnmodifiableSet());
    }
}
