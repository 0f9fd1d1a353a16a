package dev.labwire.feed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.labwire.text.FileFault;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a feeds.yaml would do, or did.
 *
 * @param added feeds that come, as the file has them
 * @param returning ids of those among them that were retired before
 * @param changed feeds that would be another, with what is different
 * @param retired ids of feeds that go; their articles and events stay
 * @param conflicts ids that belong to feeds of the API, which stay as they are
 * @param unchanged how many feeds stay as they are
 * @param faults what is wrong with the file; while there is anything, nothing is done
 */
@Schema(name = "FeedPlan")
public record PlanView(
        @Schema(type = SchemaType.ARRAY, implementation = Object.class)
        List<ObjectNode> added,

        List<String> returning,
        List<ChangeView> changed,
        List<String> retired,
        List<ConflictView> conflicts,
        int unchanged,
        List<FileFault> faults) {

    /** A feed that would be another. */
    public record ChangeView(
            String id, @Schema(type = SchemaType.OBJECT) Map<String, FeedPlan.Difference> fields) {}

    /** A feed that the file can't have. */
    public record ConflictView(String id, int line, String message) {}

    public PlanView {
        added = List.copyOf(added);
        returning = List.copyOf(returning);
        changed = List.copyOf(changed);
        retired = List.copyOf(retired);
        conflicts = List.copyOf(conflicts);
        faults = List.copyOf(faults);
    }

    static PlanView of(FeedPlan plan) {
        return new PlanView(
                plan.added().stream().map(added -> added.feed().toJson()).toList(),
                plan.added().stream()
                        .filter(FeedPlan.Added::returns)
                        .map(added -> added.feed().slug())
                        .toList(),
                plan.changed().stream()
                        .map(changed -> new ChangeView(changed.after().slug(), changed.fields()))
                        .toList(),
                plan.retired().stream().map(retired -> retired.feed().slug()).toList(),
                plan.conflicts().stream()
                        .map(conflict -> new ConflictView(
                                conflict.wanted().slug(), conflict.wanted().line(), conflict.message()))
                        .toList(),
                plan.unchanged(),
                List.of());
    }

    static PlanView faulty(List<FileFault> faults) {
        return new PlanView(List.of(), List.of(), List.of(), List.of(), List.of(), 0, faults);
    }
}
