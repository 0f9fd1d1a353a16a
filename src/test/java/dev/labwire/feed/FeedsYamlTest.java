package dev.labwire.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.labwire.feed.document.Selectors;
import dev.labwire.text.FileFault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedsYamlTest {

    @Test
    void readsEverythingAFeedMayHave() {
        FeedList list = FeedsYaml.parse("""
                defaults:
                  interval: PT45M
                feeds:
                  - id: openai-news
                    title: OpenAI News
                    url: https://openai.com/news/rss.xml
                    organization: OpenAI
                    tags: [lab, news]
                  - id: anthropic-news
                    url: https://www.anthropic.com/news
                    type: page
                    select: { item: "a[href^='/news/']", title: "h3, h2", date: "time" }
                    interval: PT15M
                    fullText: true
                    enabled: false
                """);

        assertThat(list.faults()).isEmpty();
        FeedDefinition openai = list.feeds().get(0);
        assertThat(openai.tags()).containsExactly("lab", "news");
        assertThat(openai.interval()).isEqualTo(Duration.ofMinutes(45));
        assertThat(openai.enabled()).isTrue();
        FeedDefinition anthropic = list.feeds().get(1);
        assertThat(anthropic.type()).isEqualTo("page");
        assertThat(anthropic.title()).isEqualTo("anthropic-news");
        assertThat(anthropic.selectors()).isEqualTo(new Selectors("a[href^='/news/']", "h3, h2", "time"));
        assertThat(anthropic.interval()).isEqualTo(Duration.ofMinutes(15));
        assertThat(anthropic.fullText()).isTrue();
        assertThat(anthropic.enabled()).isFalse();
    }

    @Test
    void everyFaultIsToldWithItsPlace() {
        FeedList list = FeedsYaml.parse("""
                feeds:
                  - id: a
                    url: https://a.example/
                    titel: A
                  - id: a
                    url: ftp://a.example/
                    interval: PT1S
                  - id: Bad Id
                    url: https://b.example/
                    type: page
                    select: { item: "a[", titel: h3 }
                  - url: https://c.example/
                    interval: soon
                    tags: lab
                    enabled: maybe
                  - id: plan
                    url: https://d.example/
                    type: page
                """);

        List<String> faults = list.faults().stream().map(FileFault::toString).toList();
        assertThat(faults).anyMatch(f -> f.startsWith("line 4, column 5") && f.contains("did you mean 'title'?"));
        assertThat(faults).anyMatch(f -> f.startsWith("line 5,") && f.contains("taken by the feed in line 2"));
        assertThat(faults).anyMatch(f -> f.startsWith("line 6,") && f.contains("not an http or https address"));
        assertThat(faults).anyMatch(f -> f.startsWith("line 7,") && f.contains("between PT1M and P30D"));
        assertThat(faults).anyMatch(f -> f.startsWith("line 8,") && f.contains("lower-case"));
        assertThat(faults).anyMatch(f -> f.startsWith("line 11,") && f.contains("no CSS selector"));
        assertThat(faults).anyMatch(f -> f.startsWith("line 11,") && f.contains("did you mean 'title'?"));
        assertThat(faults).anyMatch(f -> f.startsWith("line 12,") && f.contains("lacks 'id'"));
        assertThat(faults).anyMatch(f -> f.startsWith("line 13,") && f.contains("no duration"));
        assertThat(faults).anyMatch(f -> f.startsWith("line 14,") && f.contains("must be a list"));
        assertThat(faults).anyMatch(f -> f.startsWith("line 15,") && f.contains("true or false"));
        assertThat(faults).anyMatch(f -> f.startsWith("line 16,") && f.contains("reserved"));
        assertThat(faults).anyMatch(f -> f.startsWith("line 16,") && f.contains("needs 'select'"));
    }

    @Test
    void brokenYamlIsToldWithItsLine() {
        FeedList list = FeedsYaml.parse("feeds:\n  - id: a\n   url: [\n");

        assertThat(list.faults()).hasSize(1);
        assertThat(list.faults().get(0).line()).isBetween(2, 4);
    }

    @Test
    void theDullCases() {
        assertThat(FeedsYaml.parse("").faults().get(0).message()).contains("empty");
        assertThat(FeedsYaml.parse("feeds: []").faults()).isEmpty();
        assertThat(FeedsYaml.parse("feeds: 3").faults()).hasSize(1);
        assertThat(FeedsYaml.parse("- a").faults()).isNotEmpty();
        assertThat(FeedsYaml.parse("x".repeat(FeedsYaml.MAX_SIZE + 1))
                        .faults()
                        .get(0)
                        .message())
                .contains("2 MiB");
    }

    @Test
    void namesOfClassesAreNeverObeyed() {
        FeedList list = FeedsYaml.parse(
                "feeds:\n  - id: !!javax.script.ScriptEngineManager [x]\n    url: !!java.net.URL ['http://e.com']\n");

        assertThat(list.feeds()).isEmpty();
        assertThat(list.faults()).isNotEmpty();
    }

    @Test
    void deepNestingAndAliasesAreHarmless() {
        assertThat(FeedsYaml.parse("feeds: " + "[".repeat(5000)).faults()).isNotEmpty();
        assertThat(FeedsYaml.parse("feeds: &a [*a, *a]").faults()).isNotEmpty();
    }
}
