package dev.labwire.feed;

import dev.labwire.net.RequestOptions;
import dev.labwire.text.SecretUrl;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gives what was shown without its secrets these back, where the feed of that id has them. */
record KnownAddresses(Map<String, Known> byId) {

    static final KnownAddresses NONE = new KnownAddresses(Map.of());

    /** What a feed has now. */
    record Known(String url, RequestOptions options) {}

    KnownAddresses {
        byId = Map.copyOf(byId);
    }

    String restored(String id, String address) {
        Known known = byId.get(id);
        return known == null ? address : SecretUrl.restored(address, known.url());
    }

    /** What its requests say besides the usual; nothing where the address is no longer that of the server it was meant for. */
    RequestOptions options(String id, String address) {
        @Nullable Known known = byId.get(id);
        return known == null || !Hosts.sameOrigin(known.url(), address)
                ? RequestOptions.NONE
                : Objects.requireNonNull(known.options());
    }
}
