package dev.labwire.digest;

import java.util.List;

/** The languages that labels are there in. What is told stays in the language of those who tell it. */
final class Languages {

    static final String DEFAULT = "en";
    static final List<String> ALL = List.of("en", "de", "es", "fr", "hi", "ja", "zh");

    private Languages() {}
}
