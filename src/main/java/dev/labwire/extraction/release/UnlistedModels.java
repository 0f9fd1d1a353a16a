package dev.labwire.extraction.release;

import dev.labwire.extraction.ModelReference;
import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.FrameMatch;
import dev.labwire.extraction.frame.Unit;
import dev.labwire.extraction.frame.Unit.Type;
import dev.labwire.extraction.lexicon.ModelName;
import dev.labwire.extraction.lexicon.Words;
import dev.labwire.text.Slug;
import java.util.Optional;
import java.util.regex.Pattern;

/** Models nobody lists: names that their sentence calls a model. */
final class UnlistedModels {

    private static final Pattern MODEL_NOUN = Pattern.compile(
            "\\b(?:language|ai|reasoning|image|video|speech|voice|audio|vision|multimodal|foundation|frontier|coding|code|embedding|world|text|diffusion|open|weights?|parameter|agentic|generative|music|small|large)\\b[\\w ,-]{0,30}\\bmodels?\\b|\\bllms?\\b",
            Pattern.CASE_INSENSITIVE);

    private final Words words;

    UnlistedModels(Words words) {
        this.words = words;
    }

    /** The model that the unknown name of a frame makes. */
    Optional<ModelName> of(FrameMatch match) {
        int at = match.position("name");
        AnnotatedSentence sentence = match.sentence();
        boolean listed = !words.english() && sentence.units().stream().anyMatch(unit -> unit.is(Unit.Type.MODEL));
        boolean model = at >= 0
                && !listed
                && (MODEL_NOUN.matcher(sentence.sentence().quote()).find() || calledInAnotherLanguage(sentence))
                && sentence.units().stream().noneMatch(unit -> words.in("other-goods", unit.norm()))
                && calledModel(match, at);
        return model ? Optional.of(named(sentence, at)) : Optional.empty();
    }

    private boolean calledInAnotherLanguage(AnnotatedSentence sentence) {
        return sentence.units().stream()
                .anyMatch(unit -> words.setIfAny("model-nouns").contains(unit.norm()));
    }

    private static ModelName named(AnnotatedSentence sentence, int at) {
        int end = at + 1;
        while (end < sentence.size()
                && sentence.unit(end).norm().matches("-|\\d+(\\.\\d+)?[a-z]?|v\\d+(\\.\\d+)?")
                && end < at + 4) {
            end++;
        }
        String name = sentence.text(at, end).replaceAll("\\s+", " ").replaceAll("-$", "");
        return new ModelName(new ModelReference(Slug.of(name), name, null), null, null, false, null);
    }

    /** Whether "model" is what the name is called: "X, a model that…", not "X, a method to predict model behaviour". */
    private boolean calledModel(FrameMatch match, int name) {
        AnnotatedSentence sentence = match.sentence();
        int noun = match.to() - 1;
        if (noun <= name) {
            return true;
        }
        for (int i = name + 1; i < noun; i++) {
            if (words.in("before-other-noun", sentence.unit(i).norm())) {
                return false;
            }
        }
        Unit behind = noun + 1 < sentence.size() ? sentence.unit(noun + 1) : null;
        return !words.english() || behind == null || behind.is(Type.SIGN) || words.in("behind-model", behind.norm());
    }
}
