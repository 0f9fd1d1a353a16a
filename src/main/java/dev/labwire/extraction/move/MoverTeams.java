package dev.labwire.extraction.move;

import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.Unit;
import dev.labwire.extraction.language.Zone;
import dev.labwire.extraction.lexicon.Words;
import java.util.List;
import java.util.Optional;

/** The unit a mover goes to. */
final class MoverTeams {

    private final List<AnnotatedSentence> sentences;
    private final TeamPhrases phrases;
    private final Words words;

    MoverTeams(List<AnnotatedSentence> sentences, Words words) {
        this.sentences = sentences;
        this.phrases = new TeamPhrases(words);
        this.words = words;
    }

    /** The unit the move is into, said in its sentence or in one that goes on about the same person. */
    Optional<String> of(MoveDraft draft) {
        int at = draft.sentence();
        for (int i = at; i < Math.min(sentences.size(), at + 3); i++) {
            AnnotatedSentence sentence = sentences.get(i);
            boolean about = i == at || about(sentence, draft);
            Optional<String> found =
                    about && sentence.sentence().zone() != Zone.BOILERPLATE ? in(sentence) : Optional.empty();
            if (found.isPresent() || listItemEnds(draft, i)) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<String> in(AnnotatedSentence sentence) {
        return words.english()
                ? phrases.in(sentence.sentence().quote())
                : sentence.units().stream()
                        .map(Unit::norm)
                        .filter(norm -> words.in("team-names", norm))
                        .map(team -> team + " team")
                        .findFirst();
    }

    private boolean about(AnnotatedSentence sentence, MoveDraft draft) {
        Unit first = sentence.unit(0);
        if (!words.english()) {
            return sentence.units().stream().noneMatch(unit -> unit.is(Unit.Type.PERSON))
                    || sentence.units().stream().anyMatch(unit -> draft.person.equals(unit.value()))
                    || first.word("he")
                    || first.word("she");
        }
        return sentence.sentence().quote().contains(draft.surname()) || first.word("he") || first.word("she");
    }

    private boolean listItemEnds(MoveDraft draft, int at) {
        return draft.match.sentence().sentence().zone() == Zone.LIST
                && at + 1 < sentences.size()
                && sentences.get(at + 1).sentence().block()
                        != sentences.get(at).sentence().block();
    }
}
