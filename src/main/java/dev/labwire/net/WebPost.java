package dev.labwire.net;

import java.util.Map;

/**
 * A POST to make.
 *
 * @param url where to
 * @param headers besides those that every request has
 */
public record WebPost(String url, String contentType, Map<String, String> headers, String body) {

    public WebPost {
        headers = Map.copyOf(headers);
    }
}
