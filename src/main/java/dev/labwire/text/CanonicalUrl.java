package dev.labwire.text;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The address of an article without what does not matter to it.
 *
 * @param url scheme and host in lower case, without default port, fragment and tracking parameters
 * @param key what two spellings of one address share: no scheme, no {@code www.}, no trailing slash
 */
public record CanonicalUrl(String url, String key) {

    private static final Set<String> TRACKERS = Set.of("""
            fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid twclid ttclid mc_cid mc_eid ref ref_src ref_url cmpid
            cmp igshid igsh guccounter guce_referrer guce_referrer_sig _hsenc _hsmi mkt_tok ncid sref smid ocid srnd
            taid at_medium at_campaign ito trk vero_id oly_enc_id oly_anon_id""".split("\\s+"));

    /** Reads an address; what is none stays as the text it is. */
    public static CanonicalUrl of(String text) {
        return Urls.web(text).map(CanonicalUrl::of).orElseGet(() -> new CanonicalUrl(text.strip(), text.strip()));
    }

    private static CanonicalUrl of(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        String port = isDefaultPort(uri) ? "" : ":" + uri.getPort();
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = withoutTrackers(uri.getRawQuery());
        String url = uri.getScheme() + "://" + host + port + path + query;
        String key = host.replaceFirst("^www\\.", "") + port + path.replaceFirst("/+$", "") + query;
        return new CanonicalUrl(url, key);
    }

    private static boolean isDefaultPort(URI uri) {
        return uri.getPort() < 0 || uri.getPort() == ("https".equals(uri.getScheme()) ? 443 : 80);
    }

    private static String withoutTrackers(@Nullable String query) {
        if (query == null || query.isEmpty()) {
            return "";
        }
        String kept = Arrays.stream(query.split("&"))
                .filter(parameter -> !parameter.isEmpty() && !isTracker(parameter))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    private static boolean isTracker(String parameter) {
        String name = parameter.split("=", 2)[0].toLowerCase(Locale.ROOT);
        return name.startsWith("utm_") || TRACKERS.contains(name);
    }
}
