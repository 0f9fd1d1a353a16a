package dev.labwire.delivery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** What is sent: mails are long and much alike within, so that they are kept compressed. */
@Singleton
class DeliveryContents implements PanacheRepositoryBase<DeliveryContent, Long> {

    void keep(long delivery, String content) {
        DeliveryContent row = new DeliveryContent();
        row.deliveryId = delivery;
        row.packed = packed(content);
        persist(row);
    }

    /** What that delivery sends; empty when it is not kept any more. */
    Optional<String> of(long delivery) {
        return findByIdOptional(delivery).map(row -> unpacked(row.packed));
    }

    boolean has(long delivery) {
        return count("deliveryId", delivery) > 0;
    }

    /** Deletes what was settled before that; what waits for an admin's word is kept. */
    int deleteSettled(Instant before) {
        return Math.toIntExact(delete(
                "deliveryId in (select d.id from Delivery d where d.state in ('sent', 'cancelled') and d.settledAt < ?1)",
                before));
    }

    static String packed(String content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    static String unpacked(String packed) {
        try (GZIPInputStream in =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(packed)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
