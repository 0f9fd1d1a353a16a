package dev.labwire.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.labwire.extraction.frame.Frame;
import dev.labwire.extraction.frame.Frames;
import dev.labwire.extraction.lexicon.Lexicon;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the example sentences that every frame of the data files carries. */
class FrameExamplesTest {

    private static final Lexicon LEXICON = Lexicon.shipped();
    private static final FrameExamples EXAMPLES = new FrameExamples(LEXICON);

    @Test
    void everyFrameHasAnExampleOfWhatItMeans() {
        assertThat(frames())
                .hasSizeGreaterThan(20)
                .allSatisfy(frame -> assertThat(frame.yes()).as(frame.id()).isNotEmpty());
    }

    static Stream<Arguments> meant() {
        return everyLanguage(frame -> frame.yes().stream());
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("meant")
    void aSentenceThatIsMeantIsUnderstood(String language, Frame frame, String sentence) {
        assertThat(EXAMPLES.in(language).fault(frame, true, sentence)).isEmpty();
    }

    static Stream<Arguments> notMeant() {
        return everyLanguage(frame -> frame.no().stream());
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("notMeant")
    void aSentenceThatIsNotMeantIsLeftAlone(String language, Frame frame, String sentence) {
        assertThat(EXAMPLES.in(language).fault(frame, false, sentence)).isEmpty();
    }

    private static Stream<Arguments> everyLanguage(Function<Frame, Stream<String>> sentences) {
        return LEXICON.languages().stream().flatMap(language -> frames(language)
                .flatMap(frame -> sentences.apply(frame).map(sentence -> Arguments.of(language, frame, sentence))));
    }

    private static Stream<Frame> frames() {
        return frames("en");
    }

    private static Stream<Frame> frames(String language) {
        return Stream.of("affiliations", "moves", "releases", "deals")
                .map(sort -> "frames-" + sort + "-" + language + ".yaml")
                .map(file -> Frames.read(LEXICON.in(language), file).all())
                .flatMap(List::stream);
    }
}
