package dev.labwire.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class PageReaderTest {

    private static final String PROSE = "The laboratory announced today that its newest model is available to everyone,"
            + " after months of testing with a small group of partners in several countries.";

    private static Page read(String html) {
        return PageReader.read(Jsoup.parse(html, "https://lab.example/news/a"));
    }

    @Test
    void theMarkedArticleIsTheTextAndTheRestIsNot() {
        Page page = read("""
                <html lang="en"><head><title>A | Lab</title><meta property="og:title" content="A new model">
                <meta property="article:published_time" content="2026-08-18T10:00:00Z"><meta name="author" content="Ann"></head>
                <body><nav>Home News About</nav><header>Lab of labs</header>
                <article><header><h1>A new model</h1></header><p>%1$s</p><div class="share-buttons">Share on X</div>
                <ul><li>first point</li></ul><p>%1$s</p><aside>Advertisement</aside></article>
                <section class="related-posts"><p>Other stories</p></section>
                <div id="cookie-consent"><p>We use cookies</p></div><footer>Imprint</footer></body></html>""".formatted(PROSE));

        assertThat(page.title()).isEqualTo("A new model");
        assertThat(page.author()).isEqualTo("Ann");
        assertThat(page.language()).isEqualTo("en");
        assertThat(page.publishedAt()).isEqualTo("2026-08-18T10:00:00Z");
        assertThat(page.text()).isEqualTo("A new model\n\n" + PROSE + "\n\n- first point\n\n" + PROSE);
    }

    @Test
    void withoutMarksTheDensestContainerIsTheText() {
        Page page = read("""
                <body><div class="links"><a href="/1">%1$s</a><a href="/2">%1$s</a></div>
                <div class="x1"><div class="x2"><p>%1$s</p><p>%1$s</p><p>%1$s</p></div></div>
                <div class="x3"><p>Short.</p></div></body>""".formatted(PROSE));

        assertThat(page.text()).isEqualTo(PROSE + "\n\n" + PROSE + "\n\n" + PROSE);
    }

    @Test
    void aLongBodyInJsonLdStandsInForAnEmptyPage() {
        String body = PROSE.repeat(5);
        Page page = read("""
                <body><div id="app"></div><script type="application/ld+json">{"@graph":[{"@type":"NewsArticle",
                "datePublished":"2026-08-18","author":[{"name":"Bo"}],"articleBody":"%s"}]}</script>
                <script type="application/ld+json">{broken</script></body>""".formatted(body));

        assertThat(page.text()).isEqualTo(body);
        assertThat(page.author()).isEqualTo("Bo");
        assertThat(page.publishedAt()).isEqualTo("2026-08-18T00:00:00Z");
    }

    @Test
    void anEmptyPageHasNoText() {
        assertThat(read("").text()).isEmpty();
        assertThat(read("<body><nav>x</nav></body>").text()).isEmpty();
    }

    @Test
    void whatThePageSaysOfItselfIsFoundWhereverItSaysIt() {
        Page page = read("""
                <html><head><meta property="og:locale" content="fr_FR"><meta name="parsely-pub-date" content="2026-05-19">
                <meta property="article:author" content="https://social.example/ann"></head>
                <body><article><a rel="author" href="/ann">Ann Onym</a><p>%1$s</p><p>%1$s</p></article></body></html>""".formatted(PROSE));

        assertThat(page.language()).isEqualTo("fr-FR");
        assertThat(page.author()).isEqualTo("Ann Onym");
        assertThat(page.publishedAt()).isEqualTo("2026-05-19T00:00:00Z");
    }

    @Test
    void theBeginningOfAnArticleThatIsSoldIsKnownForWhatItIs() {
        String said = "<script type=\"application/ld+json\">{\"isAccessibleForFree\": false}</script>";

        assertThat(read(said + "<article><p>" + PROSE + "</p><p>" + PROSE + "</p></article>")
                        .paywalled())
                .isTrue();
        assertThat(read("<article><p>" + PROSE + "</p><p>Subscribe to continue reading.</p></article>")
                        .paywalled())
                .isTrue();
        assertThat(read("<article><p>" + PROSE + "</p></article>").paywalled()).isFalse();
        assertThat(read(said + "<article>" + ("<p>" + PROSE + "</p>").repeat(30) + "</article>")
                        .paywalled())
                .as("all of it is there")
                .isFalse();
    }
}
