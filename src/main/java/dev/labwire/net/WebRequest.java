package dev.labwire.net;

import org.jspecify.annotations.Nullable;

/**
 * A GET to make.
 *
 * @param url where to
 * @param accept the media types wished for
 * @param etag validator of an earlier answer, byte for byte
 * @param lastModified validator of an earlier answer, byte for byte
 * @param options what it says besides
 */
public record WebRequest(
        String url,
        String accept,
        @Nullable String etag,
        @Nullable String lastModified,
        RequestOptions options) {

    /** A request for a feed, conditional where validators are known. */
    public static WebRequest feed(String url, @Nullable String etag, @Nullable String lastModified) {
        return new WebRequest(
                url,
                "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9,"
                        + " application/json;q=0.8, text/xml;q=0.8, text/html;q=0.5, */*;q=0.1",
                etag,
                lastModified,
                RequestOptions.NONE);
    }

    /** A request for a page, conditional where validators are known. */
    public static WebRequest page(String url, @Nullable String etag, @Nullable String lastModified) {
        return new WebRequest(
                url, "text/html, application/xhtml+xml, */*;q=0.1", etag, lastModified, RequestOptions.NONE);
    }

    /** The same request with these options. */
    public WebRequest with(RequestOptions wanted) {
        return new WebRequest(url, accept, etag, lastModified, wanted);
    }
}
