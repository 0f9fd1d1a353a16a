package dev.labwire.article;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How articles' pages are read. */
@ConfigMapping(prefix = "labwire.article")
interface ArticleConfig {

    /** How many pages are read at once. */
    @WithDefault("4")
    int workers();
}
