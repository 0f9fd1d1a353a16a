package dev.labwire.feed.document;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a selector of a listing page matched.
 *
 * @param name its key in {@code select}
 * @param matched how many elements it matched; for what stands in an item, in how many items it matched one
 * @param samples texts of the first few
 */
@Schema(name = "SelectorMatch")
public record SelectorMatch(String name, String selector, int matched, List<String> samples) {

    public SelectorMatch {
        samples = List.copyOf(samples);
    }
}
