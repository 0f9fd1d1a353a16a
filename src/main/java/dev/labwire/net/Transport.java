package dev.labwire.net;

import dev.labwire.net.WebAnswer.Failed;
import dev.labwire.net.WebAnswer.Fetched;
import dev.labwire.net.WebAnswer.Reason;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentTooLongException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** One request and its answer over HTTP/1.1, no redirects followed: the part that knows the HTTP library. */
final class Transport implements AutoCloseable {

    private static final int MOST_CONNECTIONS = 256;
    private static final int MOST_PER_HOST = 100;

    private final WebLimits limits;
    private final String agent;
    private final CloseableHttpClient client;

    Transport(EgressGuard guard, WebLimits limits, int perHost, String agent) {
        this.limits = limits;
        this.agent = agent;
        this.client = HttpClients.custom()
                .setConnectionManager(connections(guard, limits, perHost))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout(limits.deadline()))
                        .setResponseTimeout(timeout(limits.deadline()))
                        .build())
                .disableRedirectHandling()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .disableDefaultUserAgent()
                .build();
    }

    private static PoolingHttpClientConnectionManager connections(EgressGuard guard, WebLimits limits, int perHost) {
        Http1Config heads = Http1Config.custom()
                .setMaxHeaderCount(WebLimits.MAX_HEADERS)
                .setMaxLineLength(WebLimits.MAX_HEADER_LINE)
                .build();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new GuardedDns(guard))
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(heads)
                        .build())
                .setDefaultSocketConfig(SocketConfig.custom()
                        .setSoTimeout(timeout(limits.deadline()))
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout(limits.connectTimeout()))
                        .setSocketTimeout(timeout(limits.deadline()))
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .setTimeToLive(TimeValue.ofMinutes(2))
                        .build())
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(Math.min(Math.max(perHost, 2), MOST_PER_HOST))
                .build();
    }

    /**
     * Asks once.
     *
     * @param start what was asked for at first, when it is of the same host; null when a redirect led to another one,
     *     which is told no secrets
     */
    WebAnswer once(WebRequest request, URI uri, @Nullable URI start, Exchange exchange) {
        try {
            return attempt(get(request, uri, start), uri, exchange);
        } catch (NoHttpResponseException stale) {
            // A kept connection that the server had closed meanwhile; a fresh one tells whether the server is there.
            try {
                return attempt(get(request, uri, start), uri, exchange);
            } catch (IOException failure) {
                return explain(failure, uri, exchange);
            }
        } catch (IOException failure) {
            return explain(failure, uri, exchange);
        }
    }

    /** Sends it once; whether the other side has it when no answer comes is for the caller to care about. */
    WebAnswer once(WebPost post, URI uri, Exchange exchange) {
        try {
            return attempt(post(post, uri), uri, exchange);
        } catch (IOException failure) {
            return explain(failure, uri, exchange);
        }
    }

    private WebAnswer attempt(HttpUriRequestBase request, URI uri, Exchange exchange) throws IOException {
        exchange.onExpiry(request::abort);
        boolean complete = false;
        ClassicHttpResponse response =
                client.executeOpen(new HttpHost(uri.getScheme(), uri.getHost(), uri.getPort()), request, null);
        try {
            byte[] body =
                    Bodies.read(response.getEntity(), response.getFirstHeader("Content-Encoding"), limits.maxBody());
            complete = true;
            return new Fetched(response.getCode(), headers(response), body, uri, null);
        } finally {
            if (!complete) {
                // Closing alone would first read the rest of the body.
                request.abort();
            }
            closeQuietly(response, complete);
        }
    }

    private static void closeQuietly(ClassicHttpResponse response, boolean complete) throws IOException {
        try {
            response.close();
        } catch (IOException afterAbort) {
            if (complete) {
                throw afterAbort;
            }
        }
    }

    private HttpGet get(WebRequest request, URI uri, @Nullable URI start) {
        RequestOptions options = request.options();
        HttpGet get = new HttpGet(target(uri));
        get.setHeader("Accept", request.accept());
        if (start != null) {
            options.headers().forEach(get::setHeader);
        }
        get.setHeader("User-Agent", options.userAgent() == null ? agent : options.userAgent());
        get.setHeader("Accept-Encoding", "gzip, deflate, br");
        if (request.etag() != null) {
            get.setHeader("If-None-Match", request.etag());
        }
        if (request.lastModified() != null) {
            get.setHeader("If-Modified-Since", request.lastModified());
        }
        if (start != null && options.username() != null) {
            get.setHeader(
                    "Authorization",
                    basic(options.username() + ":" + (options.password() == null ? "" : options.password())));
        } else if (start != null && start.getUserInfo() != null) {
            get.setHeader("Authorization", basic(start.getUserInfo()));
        }
        return get;
    }

    private HttpPost post(WebPost request, URI uri) {
        HttpPost post = new HttpPost(target(uri));
        post.setHeader("User-Agent", agent);
        request.headers().forEach(post::setHeader);
        if (uri.getUserInfo() != null) {
            post.setHeader("Authorization", basic(uri.getUserInfo()));
        }
        post.setEntity(new ByteArrayEntity(
                request.body().getBytes(StandardCharsets.UTF_8), ContentType.parse(request.contentType())));
        return post;
    }

    private static String target(URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return path + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    private static String basic(String userInfo) {
        return "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> headers(ClassicHttpResponse response) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : response.getHeaders()) {
            String name = header.getName().toLowerCase(Locale.ROOT);
            // A list may come in several parts (RFC 9110, 5.3); of all else the first counts.
            headers.merge(
                    name, header.getValue(), (one, other) -> name.equals("cache-control") ? one + ", " + other : one);
        }
        return Map.copyOf(headers);
    }

    private WebAnswer explain(IOException failure, URI uri, Exchange exchange) {
        String host = uri.getHost();
        if (exchange.isExpired()) {
            return new Failed(
                    Reason.TIMEOUT,
                    host + " took longer than " + limits.deadline().toSeconds() + " s");
        }
        if (failure instanceof ForbiddenAddressException) {
            return new Failed(Reason.FORBIDDEN_ADDRESS, failure.getMessage());
        }
        if (failure instanceof UnknownHostException) {
            return new Failed(Reason.UNKNOWN_HOST, "the name " + host + " does not resolve");
        }
        if (failure instanceof ContentTooLongException || failure instanceof MessageConstraintException) {
            return new Failed(Reason.TOO_LARGE, host + ": " + failure.getMessage());
        }
        if (failure instanceof SSLException) {
            return new Failed(Reason.TLS, "no secure connection to " + host + ": " + failure.getMessage());
        }
        if (failure instanceof InterruptedIOException) {
            return new Failed(Reason.TIMEOUT, host + " did not answer in time: " + failure.getMessage());
        }
        if (failure instanceof java.net.ConnectException || failure instanceof java.net.NoRouteToHostException) {
            return new Failed(Reason.UNREACHABLE, "no connection to " + host + ": " + failure.getMessage());
        }
        boolean reset = failure instanceof SocketException || failure instanceof NoHttpResponseException;
        return new Failed(Reason.BROKEN, host + (reset ? " dropped the connection: " : ": ") + failure.getMessage());
    }

    private static Timeout timeout(java.time.Duration duration) {
        return Timeout.ofMilliseconds(duration.toMillis());
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
