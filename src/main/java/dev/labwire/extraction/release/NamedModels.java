package dev.labwire.extraction.release;

import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.FrameMatch;
import dev.labwire.extraction.frame.Unit;
import dev.labwire.extraction.frame.Unit.Type;
import dev.labwire.extraction.lexicon.Lexicon;
import dev.labwire.extraction.lexicon.ModelName;
import java.util.ArrayList;
import java.util.List;

/** The models a frame speaks of. */
final class NamedModels {

    private final Lexicon lexicon;

    NamedModels(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The model in the frame's slot and those coordinated with it. */
    List<ModelName> of(FrameMatch match) {
        int at = match.position("model");
        AnnotatedSentence sentence = match.sentence();
        boolean measure = at + 1 < sentence.size()
                && lexicon.words()
                        .setIfAny("after-rival")
                        .contains(sentence.unit(at + 1).norm());
        if (measure || !wholeName(sentence, at)) {
            return List.of();
        }
        List<ModelName> models = new ArrayList<>();
        models.add(sentence.unit(at).valueAs(ModelName.class));
        row(sentence, at, -1, models);
        row(sentence, at, 1, models);
        return models.stream().filter(this::model).distinct().toList();
    }

    /** "along with its smaller version M2": small words between two models of a row. */
    private boolean toTheNext(AnnotatedSentence sentence, int at, int step) {
        for (int i = at; i >= 0 && i < sentence.size() && Math.abs(i - at) < 5; i += step) {
            Unit unit = sentence.unit(i);
            if (unit.is(Type.MODEL)) {
                return true;
            }
            boolean small = unit.may(Unit.Duty.BEFORE_NOUN)
                    || unit.word("along")
                    || unit.word("alongside")
                    || unit.word("with")
                    || unit.word("and")
                    || unit.word(",");
            if (!small) {
                return false;
            }
        }
        return false;
    }

    private void row(AnnotatedSentence sentence, int at, int step, List<ModelName> models) {
        for (int i = at + step; i >= 0 && i < sentence.size(); i += step) {
            Unit unit = sentence.unit(i);
            boolean comma = unit.word(",") && rowGoesOn(sentence, i + step);
            if (unit.is(Type.MODEL)) {
                models.add(unit.valueAs(ModelName.class));
            } else if (!lexicon.words().english() && toTheNext(sentence, i, step)) {
                continue;
            } else if (!comma && !unit.word("and") && !unit.word("&") && !unit.word("\"")) {
                return;
            }
        }
    }

    private static boolean rowGoesOn(AnnotatedSentence sentence, int next) {
        return next >= 0
                && next < sentence.size()
                && (sentence.unit(next).is(Type.MODEL) || sentence.unit(next).word("and"));
    }

    /** A family's head alone is a model in some families only. */
    private boolean model(ModelName name) {
        return !name.bare()
                || lexicon.families().stream()
                        .anyMatch(family -> family.bareIsModel()
                                && family.family().equals(name.reference().name()));
    }

    /** Whether a family's head stands for a model here, rather than for an app or as a part of a longer name. */
    private boolean wholeName(AnnotatedSentence sentence, int at) {
        ModelName model = sentence.unit(at).valueAs(ModelName.class);
        if (!model.bare() || at + 1 >= sentence.size()) {
            return true;
        }
        Unit behind = sentence.unit(at + 1);
        boolean longer = behind.is(Type.NAME) || lexicon.words().in("behind-no-model", behind.norm());
        boolean before = at > 0 && sentence.unit(at - 1).is(Type.NAME);
        return !longer && !before;
    }
}
