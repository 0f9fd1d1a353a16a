package dev.labwire.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void blocksAreSetApartByABlankLine() {
        assertThat(PlainText.fromHtml("<h2>News</h2><p>One\n  two <b>three</b>.</p><div>Four</div>"))
                .isEqualTo("News\n\nOne two three.\n\nFour");
    }

    @Test
    void listsAreReadLineByLine() {
        assertThat(PlainText.fromHtml("<p>Intro</p><ul><li>one</li><li><p>two</p></li></ul><p>End</p>"))
                .isEqualTo("Intro\n\n- one\n- two\n\nEnd");
    }

    @Test
    void tableRowsKeepTheirCellsTogether() {
        assertThat(PlainText.fromHtml(
                        "<table><tr><th>Model</th><th>Price</th></tr><tr><td>A</td><td>$5</td></tr></table>"))
                .isEqualTo("Model | Price\nA | $5");
    }

    @Test
    void scriptsAndStylesAreNotText() {
        assertThat(PlainText.fromHtml("<style>p{}</style><p>a</p><script>alert(1)</script>"))
                .isEqualTo("a");
    }

    @Test
    void textWithoutTagsKeepsItsParagraphs() {
        assertThat(PlainText.fromHtml("Tom &amp; Co\n\n\n\nsecond   line")).isEqualTo("Tom & Co\n\nsecond line");
    }

    @Test
    void aLessThanSignIsNoTag() {
        assertThat(PlainText.fromHtml("a < b and 3<4")).isEqualTo("a < b and 3<4");
    }

    @Test
    void lineBreaksStay() {
        assertThat(PlainText.fromHtml("<p>a<br>b</p>")).isEqualTo("a\nb");
    }

    @Test
    void aTitleIsOneLine() {
        assertThat(PlainText.line("Q&amp;A:\n <em>new</em> model ")).isEqualTo("Q&A: new model");
    }

    @Test
    void nothingStaysNothing() {
        assertThat(PlainText.fromHtml("")).isEmpty();
        assertThat(PlainText.fromHtml("<p> </p>")).isEmpty();
    }
}
