package dev.labwire.extraction.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.labwire.extraction.language.SentenceReader;
import dev.labwire.extraction.lexicon.Lexicon;
import dev.labwire.extraction.lexicon.ModelNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatternTest {

    private static final Lexicon LEXICON = Lexicon.shipped();
    private static final Annotator ANNOTATOR = new Annotator(LEXICON, new ModelNames(LEXICON.families()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jane Miller joined OpenAI.",
                "Jane Miller has quietly joined OpenAI.",
                "Jane Miller, who built the first version of it in 2019, has joined OpenAI.",
                "Jane Miller (formerly of Apple) will soon join rival OpenAI.",
                "Jane Miller of Google joins the AI lab OpenAI.",
            })
    void asidesAndAuxiliariesMayStandBetweenSubjectAndVerb(String text) {
        assertThat(Pattern.compile("<person> SUBJ join NP <to>").all(read(text)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jane Miller met several people that joined OpenAI.",
                "OpenAI joined Jane Miller.",
                "Jane Miller left. Others joined OpenAI."
            })
    void otherWordsMayNot(String text) {
        assertThat(Pattern.compile("<person> SUBJ join NP <to>").all(read(text)))
                .isEmpty();
    }

    @Test
    void groupsAndOptionsAreTriedInTurn() {
        Pattern pattern = Pattern.compile("<person> SUBJ ( step down / resign ) [ as NP <role> ]");
        assertThat(pattern.all(read("Jane Miller resigned as chief executive.")))
                .singleElement()
                .satisfies(match -> assertThat(match.slots()).containsKeys("person", "role"));
        assertThat(pattern.all(read("Jane Miller is stepping down."))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<person> ( join <to>", "<planet> join <to>", "<person> join ) <to>"})
    void aBrokenLineSaysSo(String line) {
        assertThatThrownBy(() -> Pattern.compile(line)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Timeout(10)
    void aHostileSentenceEndsSoon() {
        String text = "Jane Miller, ".repeat(60) + "of Google, ".repeat(40) + "x";
        assertThat(Pattern.compile("<person> SUBJ join NP <to>").all(read(text)))
                .isEmpty();
    }

    private static AnnotatedSentence read(String text) {
        return ANNOTATOR
                .annotate(SentenceReader.sentences("", text), null, null)
                .get(0);
    }
}
