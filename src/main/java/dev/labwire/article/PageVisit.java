package dev.labwire.article;

/** What came of asking for an article's page; nothing of it is stored yet. */
sealed interface PageVisit {

    /** The page has a text. */
    record Text(Page page) implements PageVisit {}

    /** Not now; perhaps later. */
    record NotYet(String reason) implements PageVisit {}

    /** Never. */
    record Hopeless(String reason) implements PageVisit {}

    /** Nothing was asked, because too many requests of our own wait for that host. */
    record Postponed(String reason) implements PageVisit {}
}
