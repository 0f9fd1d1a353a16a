package dev.labwire.extraction.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.labwire.extraction.language.Idiom;
import dev.labwire.extraction.language.SentenceReader;
import dev.labwire.extraction.lexicon.Lexicon;
import dev.labwire.extraction.lexicon.ModelNames;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is left out before patterns are tried could not have matched. */
class PatternIndexTest {

    private static final Lexicon LEXICON = Lexicon.shipped();
    private static final LocalDate DAY = LocalDate.of(2026, 5, 19);

    private static List<String> languages() {
        return LEXICON.languages();
    }

    private static Set<Pattern> possible(PatternIndex index, AnnotatedSentence sentence) {
        Set<Pattern> possible = new HashSet<>();
        index.possible(sentence, (frame, pattern) -> possible.add(pattern));
        return possible;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyPatternThatMatchesAnExampleIsTriedOnIt(String language) {
        Lexicon lexicon = LEXICON.in(language);
        Annotator annotator = new Annotator(lexicon, new ModelNames(lexicon.families(), lexicon.idiom()));
        int matched = 0;
        for (String sort : List.of("moves", "affiliations", "releases", "deals")) {
            List<Frame> frames = Frames.of(lexicon, sort).all();
            PatternIndex index = new PatternIndex(frames);
            for (Frame example : frames) {
                for (AnnotatedSentence sentence : annotated(annotator, lexicon.idiom(), example.yes())) {
                    Set<Pattern> possible = possible(index, sentence);
                    for (Pattern pattern : patterns(frames)) {
                        if (!pattern.all(sentence).isEmpty()) {
                            matched++;
                            assertThat(possible).as(sentence.sentence().quote()).contains(pattern);
                        }
                    }
                }
            }
        }
        assertThat(matched).isGreaterThan(50);
    }

    private static List<Pattern> patterns(List<Frame> frames) {
        return frames.stream().flatMap(frame -> frame.patterns().stream()).toList();
    }

    private static List<AnnotatedSentence> annotated(Annotator annotator, Idiom idiom, List<String> texts) {
        return texts.stream()
                .flatMap(text -> annotator.annotate(SentenceReader.sentences("", text, idiom), DAY, null).stream())
                .toList();
    }

    @Test
    void mostPatternsAreNotTriedOnASentenceOfSomethingElse() {
        Annotator annotator = new Annotator(LEXICON, new ModelNames(LEXICON.families()));
        List<Frame> frames = Frames.of(LEXICON, "moves").all();
        AnnotatedSentence sentence = annotated(
                        annotator,
                        Idiom.ENGLISH,
                        List.of("Visitors from Google asked how the sensors in the soil work."))
                .get(0);

        assertThat(possible(new PatternIndex(frames), sentence).size())
                .isLessThan(patterns(frames).size() / 20);
    }

    @Test
    void aPatternNeedsWhatStandsOutsideOptionsAndInEveryAlternative() {
        Needs needs = Pattern.compile(
                        "<person> SUBJ ( join|rejoin NP <to2> / return to <to> ) [ as <role> ] !not in <date>")
                .needs();

        assertThat(needs.slots()).containsExactlyInAnyOrder("person", "to", "date");
        assertThat(needs.words()).contains(Set.of("in")).hasSize(2);
        assertThat(Stream.concat(needs.words().get(0).stream(), needs.words().get(1).stream()))
                .contains("join", "rejoin")
                .doesNotContain("as", "not");
    }
}
