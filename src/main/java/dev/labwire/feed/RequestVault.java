package dev.labwire.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.labwire.net.RequestOptions;
import dev.labwire.storage.SecretBox;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps what goes along with requests, passwords among it, so that the database alone tells nobody. */
@Singleton
final class RequestVault {

    /** Stands for what can't be opened. */
    static final RequestOptions FOREIGN = new RequestOptions("", Map.of(), null, null);

    private static final ObjectMapper JSON =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    private final SecretBox box;

    RequestVault(SecretBox box) {
        this.box = box;
    }

    @Nullable
    String seal(RequestOptions options) {
        try {
            return options.isEmpty() ? null : box.seal(JSON.writeValueAsString(options));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What was sealed; {@link #FOREIGN} where it does not open, because the key is not the one that it was sealed with. */
    RequestOptions open(@Nullable String sealed) {
        try {
            return sealed == null ? RequestOptions.NONE : JSON.readValue(box.open(sealed), RequestOptions.class);
        } catch (JsonProcessingException | IllegalStateException | IllegalArgumentException foreign) {
            return FOREIGN;
        }
    }
}
