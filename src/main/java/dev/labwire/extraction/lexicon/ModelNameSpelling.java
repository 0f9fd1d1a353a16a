package dev.labwire.extraction.lexicon;

import dev.labwire.text.Slug;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The one spelling of a model's name, whatever a text writes between and behind its parts. */
final class ModelNameSpelling {

    private final ModelFamily family;
    private final boolean identifier;
    private final List<String> kept = new ArrayList<>();
    private final List<String> joints = new ArrayList<>();

    /** The spelling of these parts, each with the separator before it. */
    ModelNameSpelling(ModelFamily family, boolean identifier, List<String> parts, List<String> separators) {
        this.family = family;
        this.identifier = identifier;
        for (int i = 0; i < parts.size(); i++) {
            boolean last = i == parts.size() - 1 && i > 0;
            if (!last || !ModelNameParts.SILENT.contains(parts.get(i).toLowerCase(Locale.ROOT))) {
                kept.add(parts.get(i));
                joints.add(separators.get(i));
            }
        }
    }

    /** The name as people write it. */
    String name() {
        StringBuilder written = new StringBuilder(family.family());
        for (int i = 0; i < kept.size(); i++) {
            written.append(i == 0 ? firstJoint(joints.get(i)) : joint(joints.get(i)))
                    .append(kept.get(i));
        }
        return written.toString();
    }

    private String firstJoint(String separator) {
        if (family.letterVersion()) {
            return "";
        }
        if (!family.separator().equals(" ")) {
            return family.separator();
        }
        if (separator.equals("-")) {
            return identifier ? " " : "-";
        }
        return separator;
    }

    private String joint(String separator) {
        if (separator.isEmpty()) {
            return "-";
        }
        return separator.equals("-") && identifier && !family.separator().equals("-") ? " " : separator;
    }

    /** Some families changed from "Claude 3 Opus" to "Claude Opus 4": one order for each version. */
    void orderTier(@Nullable String tier, @Nullable String version) {
        Integer since = family.tierFirstFrom();
        if (since == null || tier == null || version == null || kept.size() < 2) {
            return;
        }
        String major = version.replaceAll("\\D.*", "");
        boolean tierFirst = (major.isEmpty() ? 0 : Integer.parseInt(major)) >= since;
        int tierAt = kept.indexOf(tier);
        int versionAt = kept.indexOf(version);
        boolean neighbours = tierAt >= 0 && versionAt >= 0 && Math.abs(tierAt - versionAt) == 1;
        if (neighbours && tierFirst == (tierAt > versionAt)) {
            Collections.swap(kept, tierAt, versionAt);
        }
    }

    /** The slug that identifies the model. */
    String slug() {
        String parts = String.join(" ", kept);
        return Slug.of(family.letterVersion() ? family.family() + parts : family.family() + " " + parts);
    }
}
