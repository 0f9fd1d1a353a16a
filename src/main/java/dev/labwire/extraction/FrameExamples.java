package dev.labwire.extraction;

import static java.util.stream.Collectors.toSet;

import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.Annotator;
import dev.labwire.extraction.frame.Frame;
import dev.labwire.extraction.frame.Frames;
import dev.labwire.extraction.frame.Unit;
import dev.labwire.extraction.language.SentenceReader;
import dev.labwire.extraction.lexicon.Lexicon;
import dev.labwire.extraction.lexicon.ModelName;
import dev.labwire.extraction.lexicon.ModelNames;
import dev.labwire.extraction.lexicon.Organization;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs the example sentences that frames carry: what is under "yes" must be found, what is under "no" must not. */
final class FrameExamples {

    private static final LocalDate PUBLISHED = LocalDate.of(2026, 5, 19);

    /** Frames whose kind is decided by more than the frame, and what may come of them. */
    private static final Map<String, Set<Kind>> KINDS = Map.of(
            "appoint", Set.of(Kind.JOIN, Kind.ROLE_CHANGE),
            "join", Set.of(Kind.JOIN, Kind.RETURN),
            "release", Set.of(Kind.RELEASE, Kind.OPEN_WEIGHTS, Kind.PREVIEW),
            "partnership", Set.of(Kind.PARTNERSHIP, Kind.COMPUTE));

    /** Frames that fill in the ends of a move and are no event alone. */
    private static final Set<String> AFFILIATIONS = Set.of("current", "former", "latest", "raid");

    private final Lexicon english;
    private final Lexicon lexicon;
    private final String language;
    private final Extractor engine;
    private final Annotator annotator;
    private final Frames affiliations;

    FrameExamples(Lexicon english) {
        this(english, new Extractor(english), "en");
    }

    private FrameExamples(Lexicon english, Extractor engine, String language) {
        this.english = english;
        this.lexicon = english.in(language);
        this.language = language;
        this.engine = engine;
        this.annotator = new Annotator(lexicon, new ModelNames(lexicon.families(), lexicon.idiom()));
        this.affiliations = Frames.of(lexicon, "affiliations");
    }

    /** The examples of frames of that language. */
    FrameExamples in(String other) {
        return new FrameExamples(english, engine, other);
    }

    /** What is wrong with an example of a frame, in plain words; nothing when it holds. */
    Optional<String> fault(Frame frame, boolean meant, String sentence) {
        return meant ? notUnderstood(frame, sentence) : notLeftAlone(frame, sentence);
    }

    private Optional<String> notUnderstood(Frame frame, String sentence) {
        if (annotated(frame, sentence).stream().noneMatch(words -> fits(frame, words))) {
            return Optional.of("no pattern of frame '" + frame.id() + "' fits its example \"" + sentence + "\"");
        }
        return finds(frame, sentence)
                ? Optional.empty()
                : Optional.of("a pattern of frame '" + frame.id() + "' fits its example \"" + sentence + "\", but no "
                        + frame.kind() + " is found in it; what is found: " + told(frame, sentence));
    }

    private Optional<String> notLeftAlone(Frame frame, String sentence) {
        return finds(frame, sentence)
                ? Optional.of("a " + frame.kind() + " is found in \"" + sentence
                        + "\", which stands under 'no' of frame '" + frame.id() + "'")
                : Optional.empty();
    }

    private static boolean fits(Frame frame, AnnotatedSentence sentence) {
        return frame.patterns().stream()
                .flatMap(pattern -> pattern.all(sentence).stream())
                .anyMatch(match -> match.to() >= sentence.size()
                        || !frame.vetoAfter().contains(sentence.unit(match.to()).norm()));
    }

    /** Whether the engine finds the kind of a frame in a sentence, held back or not. */
    private boolean finds(Frame frame, String sentence) {
        if (AFFILIATIONS.contains(frame.kind())) {
            return annotated(frame, sentence).stream()
                    .flatMap(words -> affiliations.in(words).stream())
                    .anyMatch(match -> match.frame().kind().equals(frame.kind()));
        }
        Set<Kind> several = KINDS.get(frame.kind());
        Set<Kind> kinds = several == null ? Set.of(Kind.of(frame.kind())) : several;
        return told(frame, sentence).stream().anyMatch(kinds::contains);
    }

    private Set<Kind> told(Frame frame, String sentence) {
        boolean title = inTitle(frame);
        Document document = new Document(
                null,
                title ? sentence : "",
                title ? "" : sentence,
                PUBLISHED,
                null,
                frame.firstParty() ? maker(frame, sentence) : null,
                "en");
        return engine.explain(document, language).extraction().mentions().stream()
                .map(Mention::kind)
                .collect(toSet());
    }

    private List<AnnotatedSentence> annotated(Frame frame, String sentence) {
        boolean title = inTitle(frame);
        return annotator.annotate(
                SentenceReader.sentences(title ? sentence : "", title ? "" : sentence, lexicon.idiom()),
                PUBLISHED,
                null);
    }

    /** A frame of a model's own maker counts in titles alone. */
    private static boolean inTitle(Frame frame) {
        return frame.titleOnly() || frame.firstParty();
    }

    /** The maker of the model that a sentence names first: it speaks in a source of its own. */
    private @Nullable String maker(Frame frame, String sentence) {
        return annotated(frame, sentence).stream()
                .flatMap(words -> words.units().stream())
                .filter(unit -> unit.is(Unit.Type.MODEL))
                .findFirst()
                .flatMap(unit ->
                        lexicon.organization(unit.valueAs(ModelName.class).owner()))
                .map(Organization::name)
                .orElse(null);
    }
}
