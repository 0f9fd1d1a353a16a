package dev.labwire.feed;

import dev.labwire.net.RequestOptions;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Seals what goes along with requests on its way to the table, and opens it on its way back. */
@Singleton
@Unremovable
@Converter
class RequestOptionsConverter implements AttributeConverter<RequestOptions, String> {

    /** Only asked for when there is something to seal or to open: this is made before there are settings. */
    private final Provider<RequestVault> vault;

    RequestOptionsConverter(Provider<RequestVault> vault) {
        this.vault = vault;
    }

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable RequestOptions options) {
        return options == null || options.isEmpty() ? null : vault.get().seal(options);
    }

    @Override
    public RequestOptions convertToEntityAttribute(@Nullable String sealed) {
        return sealed == null ? RequestOptions.NONE : vault.get().open(sealed);
    }
}
