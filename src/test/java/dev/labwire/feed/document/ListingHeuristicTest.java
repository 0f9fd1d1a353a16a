package dev.labwire.feed.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Selectors that are guessed for pages of several makes. */
class ListingHeuristicTest {

    private static final URI BASE = URI.create("https://lab.example/blog");

    private static List<ListingHeuristic.Guess> guesses(String body) {
        return ListingHeuristic.guesses(
                Jsoup.parse("<html><body>" + body + "</body></html>", BASE.toString()), BASE, 3);
    }

    private static String repeat(String card) {
        return IntStream.rangeClosed(1, 9)
                .mapToObj(i -> card.replace("#", Integer.toString(i)))
                .collect(Collectors.joining());
    }

    @Test
    void cardsWithDatesBesideTheLink() {
        List<ListingHeuristic.Guess> guesses =
                guesses("<nav><a href='/team/a'>A</a><a href='/team/b'>B</a><a href='/team/c'>C</a></nav>"
                        + repeat("<article class='card x#'><span class='post-date'>2026-05-0#</span>"
                                + "<h2><a href='/blog/post-#'>A headline that is number #</a></h2></article>"));

        assertThat(guesses).first().satisfies(guess -> {
            assertThat(guess.selectors().item()).isEqualTo("article.card:has(a[href^='/blog/'])");
            assertThat(guess.selectors().title()).isEqualTo("h2");
            assertThat(guess.entries()).hasSize(9).allMatch(entry -> entry.publishedAt() != null);
            assertThat(guess.entries().get(0).title()).isEqualTo("A headline that is number 1");
        });
    }

    @Test
    void linksThatHoldEverything() {
        List<ListingHeuristic.Guess> guesses = guesses(
                repeat("<a class='row' href='https://lab.example/news/item-#'><h3>Another headline number #</h3>"
                        + "<time datetime='2026-04-0#'>April #</time></a>"));

        assertThat(guesses).first().satisfies(guess -> {
            assertThat(guess.selectors().item()).isEqualTo("a[href^='https://lab.example/news/']");
            assertThat(guess.selectors().date()).isEqualTo("time");
            assertThat(guess.entries()).hasSize(9).allMatch(entry -> entry.publishedAt() != null);
        });
    }

    @Test
    void addressesWithTheYearInThem() {
        List<ListingHeuristic.Guess> guesses =
                guesses(repeat("<li><a href='/posts/2026/0#/a-story'>The story of the month number #</a></li>"));

        assertThat(guesses).first().satisfies(guess -> {
            assertThat(guess.entries()).hasSize(9);
            assertThat(guess.selectors().item()).contains("/posts/");
        });
    }

    @Test
    void aPageThatListsNothingGivesNothing() {
        assertThat(guesses("<p>Hello.</p><a href='/about'>About us and what we do</a>"))
                .isEmpty();
        assertThat(guesses("<footer>" + repeat("<a href='/legal/#'>A legal page of some length #</a>") + "</footer>"))
                .isEmpty();
        assertThat(guesses("")).isEmpty();
        assertThat(guesses(repeat("<a href='/x/#'></a>"))).isEmpty();
    }
}
