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

    static final int MAX_REDIRECTS = 5;
    static final int MAX_HEADERS = 200;
    static final int MAX_HEADER_LINE = 32 * 1024;
}
