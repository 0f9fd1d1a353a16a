package dev.labwire.article;

import org.jspecify.annotations.Nullable;

/** What came of asking for an article's page; nothing of it is stored yet. */
sealed interface PageVisit {

    /** Why there is no text; null where there is one. */
    @Nullable
    String why();

    /** The page has a text. */
    record Text(Page page) implements PageVisit {

        @Override
        public @Nullable String why() {
            return null;
        }
    }

    /** Not now; perhaps later. */
    record NotYet(String reason) implements PageVisit {

        @Override
        public String why() {
            return reason;
        }
    }

    /** Never. */
    record Hopeless(String reason) implements PageVisit {

        @Override
        public String why() {
            return reason;
        }
    }

    /** Nothing was asked, because too many requests of our own wait for that host. */
    record Postponed(String reason) implements PageVisit {

        @Override
        public String why() {
            return reason;
        }
    }
}
