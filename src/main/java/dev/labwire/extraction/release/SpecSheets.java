package dev.labwire.extraction.release;

import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.Frame;
import dev.labwire.extraction.frame.FrameMatch;
import dev.labwire.extraction.frame.Unit;
import dev.labwire.extraction.frame.Unit.Type;
import dev.labwire.extraction.language.Zone;
import dev.labwire.extraction.lexicon.Lexicon;
import dev.labwire.extraction.lexicon.ModelName;
import dev.labwire.extraction.lexicon.Organization;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Announcements without a verb of announcing: a list item that opens with a model and gives its data, a title's model whose
 * data the text gives, a sibling of an announced model with data of its own.
 */
final class SpecSheets {

    private static final Pattern DATA = Pattern.compile(
            "\\bparameters?\\b|\\bper (?:1m|million)\\b|\\b(?:in|input)\\b.{0,6}/.{0,3}\\$|\\bcontext\\b|\\blicen[cs]e|\\bapache\\b|\\bopen weights\\b|\\bper \\S+ tokens\\b|\\$\\d[\\d.]* ?/ ?\\$\\d|\\b\\d+(?:\\.\\d+)?% on\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OFFERED = Pattern.compile(
            "\\bparameters?\\b|\\blicen[cs]e|\\bapache 2|\\b(?:family|series) of open\\b|\\bweights\\b.{0,40}(?:published|available|under|on hugging face)|\\$\\d.{0,30}per million",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_NEWS_TITLE = Pattern.compile(
            "\\?|\\bhow to\\b|\\bvs\\.?\\b|\\bversus\\b|\\bguide\\b|\\bcompar|\\bbenchmark|\\breview\\b|\\bprompt",
            Pattern.CASE_INSENSITIVE);
    private static final Map<String, Pattern> HEADINGS = new TreeMap<>(Map.of(
            "deprecate", Pattern.compile("\\b(?:deprecat|remov|retir|sunset|discontinu)", Pattern.CASE_INSENSITIVE),
            "update", Pattern.compile("\\b(?:chang|updat|improv|fixed)", Pattern.CASE_INSENSITIVE)));
    private static final Pattern TO_COME =
            Pattern.compile("\\b(?:will|to) (?:follow|come|arrive)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NEWS_HEADING =
            Pattern.compile("\\b(?:added|new|released?|launch(?:ed)?|introduced|shipped)\\b", Pattern.CASE_INSENSITIVE);
    private static final Map<String, Frame> FRAMES = Map.of(
            "release", frame("release", 0.78), "update", frame("update", 0.78), "deprecate", frame("deprecate", 0.8));

    private final List<AnnotatedSentence> sentences;
    private final @Nullable Organization firstParty;
    private final Lexicon lexicon;

    SpecSheets(List<AnnotatedSentence> sentences, @Nullable Organization firstParty, Lexicon lexicon) {
        this.sentences = sentences;
        this.firstParty = firstParty;
        this.lexicon = lexicon;
    }

    private static Frame frame(String kind, double weight) {
        return new Frame(
                "spec-sheet-" + kind,
                kind,
                false,
                false,
                false,
                false,
                weight,
                List.of(),
                Set.of(),
                List.of(),
                List.of());
    }

    /** The sentences that describe a model so, each as a match; {@code told} are the models announced in words. */
    List<FrameMatch> matches(Set<String> told) {
        List<FrameMatch> matches = new ArrayList<>();
        Set<String> known = new HashSet<>(told);
        String heading = "";
        for (AnnotatedSentence sentence : sentences) {
            Zone zone = sentence.sentence().zone();
            if (zone == Zone.LIST) {
                listItem(sentence, heading, matches);
            } else if (zone != Zone.TITLE && zone != Zone.BOILERPLATE) {
                heading = sentence.sentence().quote();
                described(sentence, known, matches);
            }
        }
        return matches;
    }

    private void listItem(AnnotatedSentence sentence, String heading, List<FrameMatch> matches) {
        int model = opening(sentence);
        if (model < 0) {
            return;
        }
        String kind = HEADINGS.entrySet().stream()
                .filter(entry -> heading.length() < 40
                        && entry.getValue().matcher(heading).find())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("release");
        boolean labelled = labelled(sentence, model + 1);
        boolean data = DATA.matcher(sentence.sentence().quote()).find();
        boolean headed = heading.length() < 40 && NEWS_HEADING.matcher(heading).find();
        if (labelled && (data || headed || !kind.equals("release")) || data && says(sentence, model + 1)) {
            add(sentence, model, kind, matches);
            for (int i = model + 1;
                    i + 1 < sentence.size()
                            && sentence.unit(i).word("and")
                            && sentence.unit(i + 1).is(Type.MODEL);
                    i += 2) {
                add(sentence, i + 1, kind, matches);
            }
        }
    }

    /** "M:", "M - ", "M (its maker or its data)", "M and N:". */
    private static boolean labelled(AnnotatedSentence sentence, int behind) {
        if (behind >= sentence.size()) {
            return false;
        }
        Unit next = sentence.unit(behind);
        if (next.word("(") && behind + 1 < sentence.size()) {
            Unit inside = sentence.unit(behind + 1);
            return inside.is(Type.ORGANIZATION)
                    || inside.is(Type.MODEL)
                    || inside.norm().matches(".*\\d.*");
        }
        return next.word(":") || next.word("-") || next.word("and");
    }

    /** "M has…", "M, 24B and Apache 2.0, is…". */
    private boolean says(AnnotatedSentence sentence, int behind) {
        return behind < sentence.size()
                && lexicon.words().in("saying-of-item", sentence.unit(behind).norm());
    }

    /** The model a list item opens with, a maker's name before it allowed. */
    private static int opening(AnnotatedSentence sentence) {
        for (int i = 0; i < Math.min(3, sentence.size()); i++) {
            Unit unit = sentence.unit(i);
            if (unit.is(Type.MODEL) && !unit.valueAs(ModelName.class).bare()) {
                return i;
            }
            if (!unit.is(Type.ORGANIZATION) && !unit.word("'s")) {
                return -1;
            }
        }
        return -1;
    }

    /** Notes the models that the sentence describes; {@code known}, the models announced so far, grows by them. */
    private void described(AnnotatedSentence sentence, Set<String> known, List<FrameMatch> matches) {
        boolean model = sentence.units().stream().anyMatch(unit -> unit.is(Type.MODEL));
        if (!model
                || TO_COME.matcher(sentence.sentence().quote()).find()
                || !OFFERED.matcher(sentence.sentence().quote()).find()) {
            return;
        }
        for (int i = 0; i < Math.min(12, sentence.size()); i++) {
            Unit unit = sentence.unit(i);
            if (unit.is(Type.MODEL) && !unit.valueAs(ModelName.class).bare() && subject(sentence, i)) {
                String id = unit.valueAs(ModelName.class).reference().id();
                if (sibling(unit.valueAs(ModelName.class), known) || inTitle(id)) {
                    known.add(id);
                    add(sentence, i, "release", matches);
                }
            }
        }
    }

    /** Whether the sentence says something of the model: it stands first, or behind a semicolon, and a verb or bracket follows. */
    private boolean subject(AnnotatedSentence sentence, int model) {
        boolean first = model == 0
                || sentence.unit(model - 1).word(";")
                || sentence.unit(model - 1).word(",") && model < 8;
        if (!first || model + 1 >= sentence.size()) {
            return false;
        }
        return lexicon.words().in("saying-of-model", sentence.unit(model + 1).norm());
    }

    private static boolean sibling(ModelName model, Set<String> told) {
        String id = model.reference().id();
        String stem = id.replaceAll("(?<=\\d)-.*$", "");
        return stem.matches(".*\\d")
                        && told.stream().anyMatch(other -> other.equals(stem) || other.startsWith(stem + "-"))
                || model.reference().family() != null
                        && told.stream().anyMatch(other -> id.replaceAll(
                                        "-(?:mini|nano|small|medium|large|air|flash|lite|pro|max)\\b", "")
                                .equals(other.replaceAll(
                                        "-(?:mini|nano|small|medium|large|air|flash|lite|pro|max)\\b", "")));
    }

    private boolean inTitle(String id) {
        for (AnnotatedSentence sentence : sentences) {
            if (!sentence.sentence().inTitle()) {
                return false;
            }
            boolean foreign = firstParty != null
                    && sentence.units().stream()
                            .noneMatch(unit -> unit.is(Type.MODEL) && own(unit.valueAs(ModelName.class)));
            if (NO_NEWS_TITLE.matcher(sentence.sentence().quote()).find() || foreign) {
                continue;
            }
            if (sentence.units().stream()
                    .anyMatch(unit -> unit.is(Type.MODEL)
                            && named(unit.valueAs(ModelName.class).reference().id(), id))) {
                return true;
            }
        }
        return false;
    }

    private static boolean named(String inTitle, String id) {
        return id.equals(inTitle) || id.startsWith(inTitle + "-");
    }

    private boolean own(ModelName model) {
        return firstParty != null && model.owner() != null && lexicon.kin(firstParty.id(), model.owner());
    }

    private static void add(AnnotatedSentence sentence, int model, String kind, List<FrameMatch> matches) {
        Frame frame = FRAMES.getOrDefault(kind, FRAMES.get("release"));
        matches.add(new FrameMatch(frame, sentence, model, model + 1, Map.of("model", model)));
    }
}
