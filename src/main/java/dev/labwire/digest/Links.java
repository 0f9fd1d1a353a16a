package dev.labwire.digest;

import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses of this service, as its settings say it is reached; never as some request says. */
@Singleton
final class Links {

    private final String base;
    private final String host;

    Links(DigestConfig config) {
        URI publicUrl = config.publicUrl();
        this.base = publicUrl.toString().replaceFirst("/+$", "");
        this.host = publicUrl.getHost() == null ? "localhost" : publicUrl.getHost();
    }

    /** The host, for ids of mails and lists. */
    String host() {
        return host;
    }

    String to(String path) {
        return base + path;
    }

    String event(String id) {
        return base + "/events/" + id;
    }

    String withToken(String path, String token) {
        return base + path + "?token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
    }
}
