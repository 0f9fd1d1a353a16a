package dev.labwire.extraction.move;

import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.FrameMatch;
import dev.labwire.extraction.frame.Unit;
import dev.labwire.extraction.frame.Unit.Type;
import dev.labwire.extraction.lexicon.Words;
import java.util.List;
import java.util.Optional;

/** The title or function of a mover: in the frame, behind it, or in a sentence that goes on about the person. */
final class MoverRoles {

    private final List<AnnotatedSentence> sentences;
    private final RolePhrases titles;
    private final FunctionPhrases functions;

    MoverRoles(List<AnnotatedSentence> sentences, Words words) {
        this.sentences = sentences;
        this.titles = new RolePhrases(words);
        this.functions = new FunctionPhrases(words);
    }

    /** The role a frame or the words behind it give. */
    Optional<String> of(FrameMatch match) {
        return inFrame(match)
                .or(() -> titles.after(match.sentence(), Math.max(match.to() - 1, 0)))
                .or(() -> functions.after(match.sentence(), match.to()))
                .or(() -> functionBehind(match))
                .or(() -> match.frame().post() ? before(match) : Optional.empty());
    }

    /** The last title before the frame: the post that it says goes to somebody. */
    private Optional<String> before(FrameMatch match) {
        for (int i = match.from() - 1; i >= 0; i--) {
            if (match.sentence().unit(i).is(Type.ROLE)) {
                return Optional.of(titles.at(match.sentence(), i));
            }
        }
        return Optional.empty();
    }

    /** The title in the frame's own slot. */
    Optional<String> inFrame(FrameMatch match) {
        int slot = match.position("role");
        return slot < 0 ? Optional.empty() : Optional.of(titles.at(match.sentence(), slot));
    }

    /** "In the new role of chief architect", said behind the frame. */
    Optional<String> newRole(FrameMatch match) {
        AnnotatedSentence sentence = match.sentence();
        for (int i = match.to(); i + 2 < sentence.size(); i++) {
            if (sentence.unit(i).word("role")
                    && (sentence.unit(i + 1).word("of") || sentence.unit(i + 1).word("as"))
                    && sentence.unit(i + 2).is(Type.ROLE)) {
                return Optional.of(titles.at(sentence, i + 2));
            }
        }
        return Optional.empty();
    }

    /** A function that one of the next two sentences gives the same person: "she would drive the next generation of…". */
    private Optional<String> functionBehind(FrameMatch match) {
        int index = match.sentence().sentence().index();
        Optional<Unit> person = match.unit("person").filter(unit -> unit.is(Type.PERSON));
        if (person.isEmpty() || index == 0) {
            return Optional.empty();
        }
        return sentences.subList(index, Math.min(sentences.size(), index + 3)).stream()
                .flatMap(sentence ->
                        function(sentence, person.get(), sentence.sentence().index() > index).stream())
                .findFirst();
    }

    private Optional<String> function(AnnotatedSentence sentence, Unit person, boolean later) {
        for (int u = 0; u + 2 < sentence.size(); u++) {
            Unit unit = sentence.unit(u);
            boolean same = same(unit, person) || later && u == 0 && (unit.word("he") || unit.word("she"));
            Unit next = sentence.unit(u + 1);
            if (same && (next.word("will") || next.word("would"))) {
                Optional<String> function = functions.after(sentence, u + 1);
                if (function.isPresent()) {
                    return function;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean same(Unit unit, Unit person) {
        return unit.is(Type.PERSON) && unit.value() != null && unit.value().equals(person.value());
    }
}
