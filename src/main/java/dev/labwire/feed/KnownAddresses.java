package dev.labwire.feed;

import dev.labwire.text.SecretUrl;
import java.util.Map;

/** Gives an address that was shown without its secrets these back, where the feed of that id has it. */
record KnownAddresses(Map<String, String> byId) {

    static final KnownAddresses NONE = new KnownAddresses(Map.of());

    KnownAddresses {
        byId = Map.copyOf(byId);
    }

    String restored(String id, String address) {
        return byId.containsKey(id) ? SecretUrl.restored(address, byId.get(id)) : address;
    }
}
