package dev.labwire.access;

import io.quarkus.qute.TemplateExtension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** How pages for the admin write values. */
@TemplateExtension
final class PageWords {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);

    private PageWords() {}

    /** To the minute, in UTC. */
    static String shown(Instant instant) {
        return MINUTE.format(instant);
    }

    /** The day in UTC. */
    static String day(Instant instant) {
        return instant == null
                ? "–"
                : instant.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    /** As a value within an address. */
    static String urlEncoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
