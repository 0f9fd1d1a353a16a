package dev.labwire.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.labwire.extraction.frame.Frame;
import dev.labwire.extraction.frame.Frames;
import dev.labwire.extraction.lexicon.Lexicon;
import java.util.List;
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
        return frames().flatMap(frame -> frame.yes().stream().map(sentence -> Arguments.of(frame, sentence)));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("meant")
    void aSentenceThatIsMeantIsUnderstood(Frame frame, String sentence) {
        assertThat(EXAMPLES.fault(frame, true, sentence)).isEmpty();
    }

    static Stream<Arguments> notMeant() {
        return frames().flatMap(frame -> frame.no().stream().map(sentence -> Arguments.of(frame, sentence)));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("notMeant")
    void aSentenceThatIsNotMeantIsLeftAlone(Frame frame, String sentence) {
        assertThat(EXAMPLES.fault(frame, false, sentence)).isEmpty();
    }

    private static Stream<Frame> frames() {
        return Stream.of(
                        "frames-affiliations-en.yaml",
                        "frames-moves-en.yaml",
                        "frames-releases-en.yaml",
                        "frames-deals-en.yaml")
                .map(file -> Frames.read(LEXICON.files(), file).all())
                .flatMap(List::stream);
    }
}
