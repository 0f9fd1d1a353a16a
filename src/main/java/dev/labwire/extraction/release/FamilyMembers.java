package dev.labwire.extraction.release;

import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.Unit.Type;
import dev.labwire.extraction.lexicon.ModelName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A family that is announced as a whole and whose members the text names further down: the members are the news, and the
 * family itself where it has one member only.
 */
final class FamilyMembers {

    private final Map<String, ModelName> named = new LinkedHashMap<>();

    FamilyMembers(List<AnnotatedSentence> sentences) {
        sentences.stream()
                .flatMap(sentence -> sentence.units().stream())
                .filter(unit -> unit.is(Type.MODEL))
                .map(unit -> unit.valueAs(ModelName.class))
                .filter(model -> !model.bare())
                .forEach(model -> named.putIfAbsent(model.reference().id(), model));
    }

    List<ReleaseDraft> told(List<ReleaseDraft> drafts) {
        List<ReleaseDraft> told = new ArrayList<>(drafts);
        for (ReleaseDraft family : drafts) {
            List<ModelName> members = members(family);
            if (!family.primary() || members.isEmpty()) {
                continue;
            }
            members.stream()
                    .filter(member -> told.stream()
                            .noneMatch(known -> known.primary()
                                    && known.modelId().equals(member.reference().id())))
                    .forEach(member -> told.add(family.of(member)));
            if (members.size() > 1) {
                told.remove(family);
            }
        }
        return told;
    }

    private List<ModelName> members(ReleaseDraft family) {
        return named.values().stream()
                .filter(model -> model.reference().id().startsWith(family.modelId() + "-"))
                .filter(model -> !model.reference()
                        .id()
                        .substring(family.modelId().length() + 1)
                        .matches("\\d+(-\\d+)?"))
                .toList();
    }
}
