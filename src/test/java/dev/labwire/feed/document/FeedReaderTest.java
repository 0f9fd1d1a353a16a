package dev.labwire.feed.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeedReaderTest {

    private static final URI BASE = URI.create("https://lab.example/blog/feed.xml");

    private static List<Entry> entries(String text) {
        Reading reading = FeedReader.read(text.getBytes(StandardCharsets.UTF_8), null, BASE);
        assertThat(reading).isInstanceOf(Reading.Entries.class);
        return ((Reading.Entries) reading).entries();
    }

    private static String refusal(String text) {
        Reading reading = FeedReader.read(text.getBytes(StandardCharsets.UTF_8), null, BASE);
        assertThat(reading).isInstanceOf(Reading.Unreadable.class);
        return ((Reading.Unreadable) reading).reason();
    }

    private static final String RSS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
                 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Lab</title><language>en-US</language>
            <item><title>Q&amp;amp;A with &lt;b&gt;Ann&lt;/b&gt;</title><link>/posts/1</link>
              <guid isPermaLink="false">post-1</guid><description>Short</description>
              <content:encoded><![CDATA[<p>Long</p>]]></content:encoded><dc:creator>Ann</dc:creator>
              <pubDate>Tue, 18 Aug 2026 10:00:00 GMT</pubDate></item>
            </channel></rss>""";

    @Test
    void readsRss20() {
        Entry entry = entries(RSS).get(0);

        assertThat(entry.guid()).isEqualTo("post-1");
        assertThat(entry.link()).isEqualTo("https://lab.example/posts/1");
        assertThat(entry.title()).isEqualTo("Q&A with Ann");
        assertThat(entry.summary()).isEqualTo("Short");
        assertThat(entry.content()).isEqualTo("<p>Long</p>");
        assertThat(entry.author()).isEqualTo("Ann");
        assertThat(entry.language()).isEqualTo("en-US");
        assertThat(entry.publishedAt()).isEqualTo("2026-08-18T10:00:00Z");
    }

    @Test
    void readsAtom() {
        Entry entry = entries("""
                <feed xmlns="http://www.w3.org/2005/Atom"><title>Lab</title><id>x</id><updated>2026-08-18T10:00:00Z</updated>
                <entry><id>tag:lab,1</id><title type="html">New &amp;lt;model&amp;gt;</title>
                <link rel="edit" href="https://lab.example/edit"/><link rel="alternate" href="/p/1"/>
                <summary>S</summary><content type="html">&lt;p&gt;C&lt;/p&gt;</content>
                <author><name>Bo</name></author><updated>2026-08-18T10:00:00+02:00</updated></entry></feed>""").get(0);

        assertThat(entry.guid()).isEqualTo("tag:lab,1");
        assertThat(entry.link()).isEqualTo("https://lab.example/p/1");
        assertThat(entry.title()).isEqualTo("New <model>");
        assertThat(entry.content()).isEqualTo("<p>C</p>");
        assertThat(entry.author()).isEqualTo("Bo");
        assertThat(entry.publishedAt()).isEqualTo("2026-08-18T08:00:00Z");
    }

    @Test
    void readsRss10() {
        Entry entry = entries("""
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
                  xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://lab.example/"><title>L</title>
                  <link>https://lab.example/</link><description>d</description></channel>
                <item rdf:about="https://lab.example/1"><title>One</title><link>https://lab.example/1</link>
                  <dc:date>2026-08-18</dc:date></item></rdf:RDF>""").get(0);

        assertThat(entry.link()).isEqualTo("https://lab.example/1");
        assertThat(entry.publishedAt()).isEqualTo(Instant.parse("2026-08-18T00:00:00Z"));
    }

    @Test
    void readsRss091WithItsDoctype() {
        Entry entry = entries("""
                <?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://127.0.0.1/x.dtd">
                <rss version="0.91"><channel><title>L</title><item><title>Old</title><link>https://lab.example/o</link>
                </item></channel></rss>""").get(0);

        assertThat(entry.title()).isEqualTo("Old");
        assertThat(entry.link()).isEqualTo("https://lab.example/o");
    }

    @Test
    void readsJsonFeed() {
        Entry entry = entries("""
                {"version":"https://jsonfeed.org/version/1.1","title":"Lab","language":"de","items":[
                 {"id":7,"url":"/j/1","title":"J","content_text":"a < b","date_published":"2026-08-18T10:00:00Z",
                  "authors":[{"name":"Cy"}]}]}""").get(0);

        assertThat(entry.guid()).isEqualTo("7");
        assertThat(entry.link()).isEqualTo("https://lab.example/j/1");
        assertThat(entry.content()).isEqualTo("a &lt; b");
        assertThat(entry.author()).isEqualTo("Cy");
        assertThat(entry.language()).isEqualTo("de");
    }

    @Test
    void brokenXmlIsReadAsFarAsItGoes() {
        List<Entry> entries = entries("""
                <rss version="2.0"><channel><title>L & M</title><item><title>A&nbsp;& B</title>
                <link>https://lab.example/a</link><pubDate>18 Aug 2026</pubDate></item><item><title>C</title></channel>""");

        assertThat(entries).hasSize(2);
        assertThat(entries.get(0).title()).isEqualTo("A & B");
        assertThat(entries.get(0).link()).isEqualTo("https://lab.example/a");
        assertThat(entries.get(0).publishedAt()).isEqualTo("2026-08-18T00:00:00Z");
    }

    @Test
    void entitiesAreNeverExpanded() {
        String text = """
                <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "boom">]>
                <rss version="2.0"><channel><item><title>T &x; &y;</title><link>https://lab.example/x</link></item></channel></rss>""";

        assertThat(entries(text).get(0).title()).doesNotContain("root:").doesNotContain("boom");
    }

    @Test
    void datesThatRomeDoesNotKnowAreReadAllTheSame() {
        assertThat(entries(RSS.replace("Tue, 18 Aug 2026 10:00:00 GMT", "August 18th, 2026"))
                        .get(0)
                        .publishedAt())
                .isEqualTo("2026-08-18T00:00:00Z");
    }

    @Test
    void aWronglyDeclaredCharsetIsForgiven() {
        byte[] body =
                RSS.replace("Short", "Müller & Söhne".replace("&", "&amp;")).getBytes(Charset.forName("windows-1252"));

        Reading.Entries reading = (Reading.Entries) FeedReader.read(body, "application/xml; charset=utf-8", BASE);

        assertThat(reading.entries().get(0).summary()).isEqualTo("Müller & Söhne");
    }

    @Test
    void utf16AndByteOrderMarksAreRead() {
        byte[] utf16 = RSS.replace("encoding=\"UTF-8\"", "encoding=\"UTF-16\"").getBytes(StandardCharsets.UTF_16);

        assertThat(((Reading.Entries) FeedReader.read(utf16, null, BASE)).entries())
                .hasSize(1);
        assertThat(entries("\ufeff \n" + RSS)).hasSize(1);
    }

    @Test
    void whatIsNoFeedIsRefusedWithAReason() {
        assertThat(refusal("<!doctype html><html><body>Hi</body></html>")).isEqualTo("an HTML page, not a feed");
        assertThat(refusal("<!-- x --><html></html>")).isEqualTo("an HTML page, not a feed");
        assertThat(refusal("  ")).contains("empty");
        assertThat(refusal("{\"a\":1}")).contains("not a JSON Feed");
        assertThat(refusal("{broken")).contains("broken JSON");
        assertThat(refusal("<svg/>")).contains("<svg>");
        assertThat(refusal("plain words")).contains("neither XML nor JSON");
        assertThat(refusal("<rss><channel>")).contains("broken XML");
    }

    @Test
    void aFeedWithoutEntriesIsFine() {
        assertThat(entries("<rss version=\"2.0\"><channel><title>L</title></channel></rss>"))
                .isEmpty();
    }

    private static String explained(String html) {
        return refusal("<!DOCTYPE html><html>" + html + "</html>");
    }

    @Test
    void htmlInPlaceOfAFeedIsCalledWhatItIs() {
        assertThat(explained("<title>News</title><p>Hello</p>")).isEqualTo("an HTML page, not a feed");
        assertThat(explained("<title>Just a moment...</title>")).contains("sure of a human");
        assertThat(explained("<title>Log in</title>")).isEqualTo("a page to sign in, not a feed");
        assertThat(explained("<link rel=alternate type='application/rss+xml' href='/rss.xml'>"))
                .isEqualTo("an HTML page, not a feed; it names the feed https://lab.example/rss.xml");
    }

    @Test
    void bytesWithoutADeclarationAreReadAsWhatTheyAre() {
        String feed = "<rss><channel><item><title>%s</title><link>https://e.com/1</link></item></channel></rss>";
        String chinese = "人工智能公司今天宣布推出新的大型语言模型,性能大幅提升,价格更低";
        String japanese = "人工知能の研究所が新しい言語モデルを発表しました。性能が向上しています";
        for (var sample :
                List.of(List.of(chinese, "GB18030"), List.of(japanese, "EUC-JP"), List.of(japanese, "Shift_JIS"))) {
            byte[] body = String.format(feed, sample.get(0)).getBytes(Charset.forName(sample.get(1)));
            assertThat(((Reading.Entries) FeedReader.read(body, "text/xml", BASE))
                            .entries()
                            .get(0)
                            .title())
                    .as(sample.get(1))
                    .isEqualTo(sample.get(0));
        }
    }

    @Test
    void textThatWasDecodedWronglyBeforeItCameIsRepaired() {
        assertThat(entries(RSS.replace("Short", "It’s 5 €".replace("’", "â€™")))
                        .get(0)
                        .summary())
                .isEqualTo("It’s 5 €");
        assertThat(entries(RSS.replace("Short", "caf&#233; â la mode Ã la carte"))
                        .get(0)
                        .summary())
                .isEqualTo("café â la mode Ã la carte");
    }

    @Test
    void elementsNestedWithoutEndAreRefused() {
        String deep = "<a>".repeat(100_000);

        assertThat(refusal("<rss version=\"2.0\"><channel><item><title>T</title><x>" + deep))
                .contains("nested deeper");
        assertThat(entries(RSS.replace("<p>Long</p>", "<p>".repeat(2000))))
                .as("in a text it does no harm")
                .hasSize(1);
    }

    @Test
    void hintsOfThePaceAreRead() {
        Reading.Entries reading = (Reading.Entries) FeedReader.read("""
                <rss version="2.0" xmlns:s="http://purl.org/rss/1.0/modules/syndication/"><channel><title>T</title><ttl>45</ttl>
                <s:updatePeriod>daily</s:updatePeriod><s:updateFrequency>4</s:updateFrequency>
                <skipHours><hour>0</hour><hour>24</hour><hour>13</hour></skipHours><skipDays><day>Sunday</day><day>Moonday</day></skipDays>
                <item><title>A</title></item></channel></rss>""".getBytes(StandardCharsets.UTF_8), null, BASE);

        assertThat(reading.about().pace())
                .isEqualTo(new PaceHints(Duration.ofHours(6), Set.of(0, 13), Set.of(DayOfWeek.SUNDAY)));
    }

    @Test
    void whatRomeLeavesOutIsCompletedAndTheRestOfTheFeedIsKnown() {
        Reading.Entries reading = (Reading.Entries) FeedReader.read(
                RSS.replace("<pubDate>Tue, 18 Aug 2026 10:00:00 GMT</pubDate>", "<pubDate>18 août 2026</pubDate>")
                        .getBytes(StandardCharsets.UTF_8),
                null,
                BASE);

        assertThat(reading.entries().get(0).publishedAt()).isEqualTo("2026-08-18T00:00:00Z");
        assertThat(reading.about().title()).isEqualTo("Lab");
        assertThat(reading.about().language()).isEqualTo("en-US");
    }

    private static String dated(String date) {
        Entry entry =
                entries(RSS.replace("Tue, 18 Aug 2026 10:00:00 GMT", date)).get(0);
        return String.valueOf(entry.publishedAt());
    }

    @Test
    void datesThatRomeMisreadsAreReadAsWhatTheyAre() {
        assertThat(dated("2026-06-07T10:00:00.123456Z")).isEqualTo("2026-06-07T10:00:00.123456Z");
        assertThat(dated("1780300000")).isEqualTo("2026-06-01T07:46:40Z");
        assertThat(dated("20260601")).isEqualTo("2026-06-01T00:00:00Z");
        assertThat(dated("<![CDATA[1780300000]]>")).isEqualTo("2026-06-01T07:46:40Z");
        assertThat(dated("2026-02-30")).isEqualTo("null");
        assertThat(dated("Wed, 31 Jun 2026 10:00:00 GMT")).isEqualTo("null");
    }

    @Test
    void anEntrySaysTheSameWhateverStandsBesideIt() {
        String podcast = """
                <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
                 xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title>T</title>
                <item><title>One</title><link>https://e.com/1</link><guid>1</guid><pubDate>Tue, 18 Aug 2026 10:00:00 GMT</pubDate>
                <content:encoded>Words</content:encoded><itunes:summary>Sum</itunes:summary></item>%s</channel></rss>""";
        Entry alone = entries(podcast.formatted("")).get(0);

        for (String beside : List.of(
                "<item><title>No date</title><link>https://e.com/2</link></item>",
                "<item><title>About xml:lang=</title><link>https://e.com/3</link><description>dc:language</description></item>",
                "<item><title>Broken<</title></item>")) {
            assertThat(entries(podcast.formatted(beside)).get(0)).as(beside).isEqualTo(alone);
        }
    }

    @Test
    void moreElementsThanAnyFeedHasAreRefused() {
        assertThat(refusal("<rss version=\"2.0\"><channel>" + "<item><a/></item>".repeat(300_000) + "</channel></rss>"))
                .contains("more than 400000 elements");
        assertThat(refusal("{\"items\":[" + "{},".repeat(600_000) + "{}]}")).contains("more than 1000000 values");
    }
}
