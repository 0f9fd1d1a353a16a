package dev.labwire.extraction.release;

import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.Unit;
import dev.labwire.extraction.frame.Unit.Type;
import dev.labwire.extraction.lexicon.ModelName;
import dev.labwire.extraction.lexicon.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which announced model a figure is said of. */
final class FigureOwners {

    private static final Set<String> PLURALS = Set.of("both", "all", "they", "these", "each");
    private static final Set<String> PARTS = Set.of("one", "model", "version", "variant", "edition", "sibling");

    private final Set<String> announced;
    private final Words words;
    private Set<String> topic;

    FigureOwners(Set<String> announced, Words words) {
        this.announced = announced;
        this.words = words;
        this.topic = announced.size() == 1 ? announced : Set.of();
    }

    /** The models a figure at a token is said of; none when it is another's or nobody's. */
    Set<String> at(AnnotatedSentence sentence, int token) {
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
        Optional<String> said = explicit(sentence, 0, token);
        if (said.isEmpty()) {
            said = Optional.ofNullable(before);
        }
        if (said.isEmpty() && plural(sentence)) {
            return announced;
        }
        if (said.isEmpty()) {
            said = onlyAnnounced(sentence);
        }
        if (said.isEmpty() && !topic.isEmpty()) {
            return topic;
        }
        return (said.isPresent() ? said : Optional.ofNullable(after))
                .map(this::member)
                .filter(announced::contains)
                .map(Set::of)
                .orElse(Set.of());
    }

    /** The model that a figure is tied to by words of its own: "54.9% for M", or "the small one" between two tokens. */
    Optional<String> explicit(AnnotatedSentence sentence, int from, int token) {
        return boundBehind(sentence, token).or(() -> part(sentence, from, token));
    }

    /** The last model named between two tokens. */
    Optional<String> between(AnnotatedSentence sentence, int from, int token) {
        return sentence.units().stream()
                .filter(unit -> unit.is(Type.MODEL) && unit.from() > from && unit.to() <= token)
                .map(FigureOwners::id)
                .reduce((earlier, later) -> later)
                .map(this::member);
    }

    boolean announced(String model) {
        return announced.contains(model);
    }

    /** "The small one": the one announced model with that word in its name. */
    private Optional<String> part(AnnotatedSentence sentence, int from, int token) {
        List<Unit> units = sentence.units();
        for (int i = units.size() - 1; i > 1; i--) {
            boolean part = units.get(i).to() <= token
                    && units.get(i).from() >= from
                    && PARTS.contains(units.get(i).norm())
                    && units.get(i - 2).word("the");
            if (part) {
                String word = "-" + units.get(i - 1).norm();
                List<String> meant = announced.stream()
                        .filter(one -> one.endsWith(word) || one.contains(word + "-"))
                        .toList();
                if (meant.size() == 1) {
                    return Optional.of(meant.get(0));
                }
            }
        }
        return Optional.empty();
    }

    /** "Both handle…", "The models handle…". */
    private boolean plural(AnnotatedSentence sentence) {
        return announced.size() > 1
                && (PLURALS.contains(sentence.unit(0).norm())
                        || sentence.size() > 1
                                && sentence.unit(0).word("the")
                                && sentence.unit(1).word("models"));
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

    /** The models that a sentence opens with are what the next one goes on about. */
    void moveTopic(AnnotatedSentence sentence) {
        if (plural(sentence)) {
            topic = announced;
            return;
        }
        for (int i = 0; i < sentence.size(); i++) {
            if (announced(sentence.unit(i))) {
                boolean pair =
                        i + 2 < sentence.size() && sentence.unit(i + 1).word("and") && announced(sentence.unit(i + 2));
                topic = pair ? Set.of(id(sentence.unit(i)), id(sentence.unit(i + 2))) : Set.of(id(sentence.unit(i)));
                return;
            }
        }
    }

    private boolean announced(Unit unit) {
        return unit.is(Type.MODEL) && announced.contains(id(unit));
    }

    private static String id(Unit unit) {
        return unit.valueAs(ModelName.class).reference().id();
    }
}
