package dev.labwire.feed;

import dev.labwire.net.RequestOptions;
import dev.labwire.text.SecretUrl;
import dev.labwire.text.YamlReading;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads what the requests of a feed say besides the usual. */
final class RequestFields {

    private static final Set<String> KEYS = Set.of("userAgent", "headers", "username", "password");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
    /** What belongs to the connection, or has a field of its own. */
    private static final Set<String> TAKEN = Set.of(
            "host",
            "connection",
            "content-length",
            "transfer-encoding",
            "te",
            "trailer",
            "upgrade",
            "expect",
            "accept-encoding",
            "if-none-match",
            "if-modified-since",
            "range",
            "user-agent",
            "authorization");

    private static final int MOST_HEADERS = 20;
    private static final int LONGEST = 1000;

    private final YamlReading reading;

    RequestFields(YamlReading reading) {
        this.reading = reading;
    }

    /**
     * What is written.
     *
     * @param known what the feed has now, for secrets that come back blanked
     */
    RequestOptions read(@Nullable Node node, RequestOptions known) {
        if (node == null) {
            return RequestOptions.NONE;
        }
        Map<String, Node> parts = reading.mapping(node, "'request'", KEYS);
        String username = line(parts.get("username"), "'request.username'");
        String password = secret(parts.get("password"), "'request.password'", known.password());
        if (username == null && password != null) {
            reading.missing(node, "username", "'request' has a password without a username");
        }
        if (username != null && username.indexOf(':') >= 0 && parts.get("username") != null) {
            reading.fault(parts.get("username"), "'request.username' must not contain a colon");
        }
        return new RequestOptions(
                line(parts.get("userAgent"), "'request.userAgent'"),
                headers(parts.get("headers"), known.headers()),
                username,
                password);
    }

    private Map<String, String> headers(@Nullable Node node, Map<String, String> known) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        if (node == null) {
            return headers;
        }
        Map<String, Node> given = reading.mapping(node, "'request.headers'", null);
        if (given.size() > MOST_HEADERS) {
            reading.fault(node, "a request has at most " + MOST_HEADERS + " headers of its own");
            return headers;
        }
        given.forEach((name, value) -> {
            if (!NAME.matcher(name).matches()) {
                reading.fault(value, "'" + YamlReading.shortened(name) + "' is no name of a header");
            } else if (TAKEN.contains(name.toLowerCase(Locale.ROOT))) {
                reading.fault(value, "the header '" + name + "' is not for the feed to set");
            } else {
                String text = secret(value, "the header '" + name + "'", known.get(name));
                if (text != null) {
                    headers.put(name, text);
                }
            }
        });
        return headers;
    }

    private @Nullable String secret(@Nullable Node node, String what, @Nullable String known) {
        String text = line(node, what);
        if (text == null || node == null || !text.equals(SecretUrl.BLANK)) {
            return text;
        }
        if (known == null) {
            reading.fault(node, what + " has " + SecretUrl.BLANK + " where a secret belongs");
        }
        return known;
    }

    private @Nullable String line(@Nullable Node node, String what) {
        String text = reading.text(node, what, LONGEST);
        if (text != null && node != null && text.chars().anyMatch(c -> Character.isISOControl(c) || c > 0xff)) {
            reading.fault(node, what + " must be one line of Latin characters");
        }
        return text;
    }
}
