package dev.labwire.feed;

import dev.labwire.text.Urls;
import java.util.Locale;

/** Whom an address asks. */
final class Hosts {

    private Hosts() {}

    /** Host and, where it is written down, port, in lower case; empty where the text is no web address. */
    static String of(String url) {
        return Urls.web(url)
                .map(uri -> (uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort())
                        .toLowerCase(Locale.ROOT))
                .orElse("");
    }
}
