package dev.labwire.extraction.release;

import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.Unit;
import dev.labwire.extraction.frame.Unit.Type;
import dev.labwire.extraction.lexicon.ModelName;
import dev.labwire.extraction.lexicon.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which announced model a figure is said of. */
final class FigureOwners {

    private final Set<String> announced;
    private final Words words;
    private @Nullable String topic;

    FigureOwners(Set<String> announced, Words words) {
        this.announced = announced;
        this.words = words;
        this.topic = announced.size() == 1 ? announced.iterator().next() : null;
    }

    /** The model a figure at a token is said of; empty when it is another's or nobody's. */
    Optional<String> at(AnnotatedSentence sentence, int token) {
        String before = null;
        String after = null;
        for (Unit unit : sentence.units()) {
            if (unit.is(Type.MODEL) && !unit.valueAs(ModelName.class).bare()) {
                if (unit.to() <= token && !(rival(sentence, unit) && !announced.contains(id(unit)))) {
                    before = id(unit);
                } else if (after == null && unit.from() - token < 14) {
                    after = id(unit);
                }
            }
        }
        Optional<String> bound = boundBehind(sentence, token);
        String said =
                bound.orElse(before != null ? before : onlyAnnounced(sentence).orElse(topic != null ? topic : after));
        return Optional.ofNullable(said).map(this::member).filter(announced::contains);
    }

    /** Named for comparison: "than M", "as fast as M". */
    private boolean rival(AnnotatedSentence sentence, Unit model) {
        List<Unit> units = sentence.units();
        int at = units.indexOf(model);
        for (int i = Math.max(0, at - 4); i < at; i++) {
            if (words.in("rivalry", units.get(i).norm())) {
                return true;
            }
        }
        return false;
    }

    /** A family named for its announced member. */
    private String member(String model) {
        if (announced.contains(model)) {
            return model;
        }
        List<String> members =
                announced.stream().filter(one -> one.startsWith(model + "-")).toList();
        return members.size() == 1 ? members.get(0) : model;
    }

    private Optional<String> onlyAnnounced(AnnotatedSentence sentence) {
        List<String> here = sentence.units().stream()
                .filter(unit -> unit.is(Type.MODEL))
                .map(FigureOwners::id)
                .filter(announced::contains)
                .distinct()
                .toList();
        return here.size() == 1 ? Optional.of(here.get(0)) : Optional.empty();
    }

    /** "54.9% for M": the figure is bound to the model behind it. */
    private static Optional<String> boundBehind(AnnotatedSentence sentence, int token) {
        List<Unit> units = sentence.units();
        for (int i = 0; i + 1 < units.size(); i++) {
            Unit unit = units.get(i);
            if (unit.from() > token && unit.from() <= token + 3 && (unit.word("for") || unit.word("by"))) {
                for (int j = i + 1; j < Math.min(units.size(), i + 5); j++) {
                    if (units.get(j).is(Type.MODEL)) {
                        return Optional.of(id(units.get(j)));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The last announced model of a sentence is what the next one goes on about. */
    void moveTopic(AnnotatedSentence sentence) {
        for (Unit unit : sentence.units()) {
            if (unit.is(Type.MODEL) && announced.contains(id(unit))) {
                topic = id(unit);
                break;
            }
        }
    }

    private static String id(Unit unit) {
        return unit.valueAs(ModelName.class).reference().id();
    }
}
