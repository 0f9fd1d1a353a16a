package dev.labwire.net;

import java.time.Duration;

/**
 * How much of a stranger's time and bytes is taken.
 *
 * @param deadline for the whole exchange, redirects included
 * @param connectTimeout for one connection
 * @param maxBody in bytes after decompression
 * @param patience how long to wait for a turn at a busy host
 */
record WebLimits(Duration deadline, Duration connectTimeout, int maxBody, Duration patience) {

    private static final int LEAST_BODY = 1024;

    static final int MAX_REDIRECTS = 5;
    static final int MAX_HEADERS = 200;
    static final int MAX_HEADER_LINE = 32 * 1024;

    WebLimits {
        if (deadline.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("labwire.net.deadline must be PT1S at least, not " + deadline);
        }
        if (maxBody < LEAST_BODY) {
            throw new IllegalArgumentException(
                    "labwire.net.max-body must be " + LEAST_BODY + " at least, not " + maxBody);
        }
    }
}
