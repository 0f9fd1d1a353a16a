package dev.labwire.net;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.hc.core5.http.ContentTooLongException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.brotli.dec.BrotliInputStream;
import org.jspecify.annotations.Nullable;

/** Reads a body to its end or to the cap, which holds for the decoded bytes so that a small bomb stays small. */
final class Bodies {

    private Bodies() {}

    static byte[] read(@Nullable HttpEntity entity, @Nullable Header encoding, int cap) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        try (InputStream raw = entity.getContent()) {
            if (encoding == null && entity.getContentLength() > cap) {
                throw tooLarge(cap);
            }
            InputStream buffered = new BufferedInputStream(raw);
            byte[] body = isEmpty(buffered) ? new byte[0] : capped(decoded(buffered, encoding), cap);
            drainTail(buffered);
            return body;
        }
    }

    private static boolean isEmpty(InputStream buffered) throws IOException {
        buffered.mark(1);
        int first = buffered.read();
        buffered.reset();
        return first < 0;
    }

    private static InputStream decoded(InputStream in, @Nullable Header encoding) throws IOException {
        String name =
                encoding == null ? "identity" : encoding.getValue().strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "", "identity" -> in;
            case "gzip", "x-gzip" -> new GZIPInputStream(in);
            case "br" -> new BrotliInputStream(in);
            case "deflate" -> new InflaterInputStream(in, new Inflater(!hasZlibHeader(in)));
            default -> throw new IOException("the body comes in an encoding that was not asked for: " + name);
        };
    }

    /** Some servers mean the bare algorithm by "deflate", others the zlib format. */
    private static boolean hasZlibHeader(InputStream in) throws IOException {
        in.mark(2);
        int first = in.read();
        int second = in.read();
        in.reset();
        return (first & 0x0f) == 8 && (first * 256 + second) % 31 == 0;
    }

    private static byte[] capped(InputStream in, int cap) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(8192);
        byte[] buffer = new byte[8192];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            if (out.size() + n > cap) {
                throw tooLarge(cap);
            }
            out.write(buffer, 0, n);
        }
        return out.toByteArray();
    }

    /** What follows the compressed data ends the message; unread, it would cost the connection. */
    private static void drainTail(InputStream in) throws IOException {
        in.readNBytes(4096);
    }

    private static ContentTooLongException tooLarge(int cap) {
        return new ContentTooLongException("the body is larger than " + cap + " bytes");
    }
}
