package dev.labwire.digest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Keeps what was looked up last. Thread-safe; what is being looked up is waited for. */
final class Recent<V> {

    private final Map<Object, V> kept;

    Recent(int most) {
        this.kept = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Object, V> eldest) {
                return size() > most;
            }
        };
    }

    /** What is kept under that key, or what is looked up now. */
    synchronized V get(Object key, Supplier<V> otherwise) {
        V known = kept.get(key);
        if (known == null) {
            known = otherwise.get();
            kept.put(key, known);
        }
        return known;
    }
}
