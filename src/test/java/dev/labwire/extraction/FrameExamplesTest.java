package dev.labwire.extraction;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.labwire.extraction.frame.Annotator;
import dev.labwire.extraction.frame.Frame;
import dev.labwire.extraction.frame.Frames;
import dev.labwire.extraction.language.SentenceReader;
import dev.labwire.extraction.lexicon.Lexicon;
import dev.labwire.extraction.lexicon.ModelNames;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the example sentences that every frame of the data files carries. */
class FrameExamplesTest {

    private static final LocalDate PUBLISHED = LocalDate.of(2026, 5, 19);
    private static final Lexicon LEXICON = Lexicon.shipped();
    private static final Extractor ENGINE = new Extractor(LEXICON);
    private static final Annotator ANNOTATOR = new Annotator(LEXICON, new ModelNames(LEXICON.families()));
    private static final List<Frames> FRAMES = List.of(
            Frames.read(LEXICON.files(), "frames-moves-en.yaml"),
            Frames.read(LEXICON.files(), "frames-releases-en.yaml"));

    /** Frames whose kind is decided by more than the frame, and what may come of them. */
    private static final Map<String, Set<Kind>> KINDS = Map.of(
            "appoint", Set.of(Kind.JOIN, Kind.ROLE_CHANGE),
            "join", Set.of(Kind.JOIN, Kind.RETURN),
            "release", Set.of(Kind.RELEASE, Kind.OPEN_WEIGHTS, Kind.PREVIEW));

    @Test
    void everyFrameHasAnExampleOfWhatItMeans() {
        assertThat(frames())
                .hasSizeGreaterThan(20)
                .allSatisfy(frame -> assertThat(frame.yes()).as(frame.id()).isNotEmpty());
    }

    static Stream<Arguments> meant() {
        return frames().flatMap(frame -> frame.yes().stream().map(sentence -> Arguments.of(frame, sentence)));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("meant")
    void aSentenceThatIsMeantIsUnderstood(Frame frame, String sentence) {
        assertThat(told(frame, sentence).stream().anyMatch(kinds(frame)::contains) || matches(frame, sentence))
                .as("%s finds: %s", frame.id(), sentence)
                .isTrue();
    }

    static Stream<Arguments> notMeant() {
        return frames().flatMap(frame -> frame.no().stream().map(sentence -> Arguments.of(frame, sentence)));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("notMeant")
    void aSentenceThatIsNotMeantIsLeftAlone(Frame frame, String sentence) {
        assertThat(told(frame, sentence))
                .as("%s leaves alone: %s", frame.id(), sentence)
                .doesNotContainAnyElementsOf(kinds(frame));
    }

    private static Stream<Frame> frames() {
        return FRAMES.stream().map(Frames::all).flatMap(List::stream);
    }

    private static Set<Kind> kinds(Frame frame) {
        Set<Kind> several = KINDS.get(frame.kind());
        return several == null ? Set.of(Kind.of(frame.kind())) : several;
    }

    /** Whether a frame of that kind fits, though the sentence alone may not tell enough for a mention. */
    private static boolean matches(Frame frame, String sentence) {
        return ANNOTATOR.annotate(SentenceReader.sentences("", sentence), PUBLISHED, null).stream()
                .flatMap(annotated -> FRAMES.stream().flatMap(frames -> frames.in(annotated).stream()))
                .anyMatch(match -> match.frame().kind().equals(frame.kind()));
    }

    /** The kinds of everything found in a sentence, held back or not. */
    private static Set<Kind> told(Frame frame, String sentence) {
        Document document = new Document(
                null,
                frame.titleOnly() ? sentence : "",
                frame.titleOnly() ? "" : sentence,
                PUBLISHED,
                null,
                frame.firstParty() ? "OpenAI" : null,
                "en");
        return ENGINE.read(document).mentions().stream().map(Mention::kind).collect(toSet());
    }
}
