package dev.labwire.timeline;

import dev.labwire.timeline.merge.ArticleFacts;
import dev.labwire.timeline.merge.Happening;
import dev.labwire.timeline.merge.Telling;
import java.util.Set;

/**
 * Why events changed: articles were placed, an admin decided something, or the timeline is made anew.
 *
 * @param articles those placed; none where it is not for them
 * @param reason what it is for where no article of the event is
 */
record Cause(Set<Long> articles, String reason) {

    static Cause articles(Set<Long> placed) {
        return new Cause(placed, "");
    }

    static Cause decision(String id) {
        return new Cause(Set.of(), "decision " + id);
    }

    static Cause rebuild() {
        return new Cause(Set.of(), "rebuild");
    }

    /** URL of the first article placed that tells of it; empty when one of them stopped telling of it. */
    String of(Happening happening) {
        return happening.tellings().stream()
                .map(Telling::article)
                .filter(article -> articles.contains(article.id()))
                .map(ArticleFacts::url)
                .findFirst()
                .orElse(reason);
    }

    /** Of an event that nobody tells of any more. */
    String ofNothing() {
        return reason;
    }
}
