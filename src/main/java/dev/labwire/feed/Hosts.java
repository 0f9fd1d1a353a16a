package dev.labwire.feed;

import dev.labwire.text.Urls;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

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

    /** Whether both ask the same server in the same way: scheme, host and port (RFC 6454, 5). */
    static boolean sameOrigin(String one, String other) {
        Optional<String> origin = Urls.web(one).map(Hosts::origin);
        return origin.isPresent() && origin.equals(Urls.web(other).map(Hosts::origin));
    }

    private static String origin(URI uri) {
        int port = uri.getPort() >= 0 ? uri.getPort() : "https".equals(uri.getScheme()) ? 443 : 80;
        return uri.getScheme() + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    }
}
