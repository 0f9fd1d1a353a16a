package dev.labwire.timeline;

import dev.labwire.timeline.merge.ArticleFacts;
import dev.labwire.timeline.merge.Happening;
import dev.labwire.timeline.merge.Telling;
import java.util.Set;

/** The articles whose placing changed an event. */
record Cause(Set<Long> articles) {

    /** URL of the first of them that tells of it; empty when one of them stopped telling of it. */
    String of(Happening happening) {
        return happening.tellings().stream()
                .map(Telling::article)
                .filter(article -> articles.contains(article.id()))
                .map(ArticleFacts::url)
                .findFirst()
                .orElse("");
    }
}
