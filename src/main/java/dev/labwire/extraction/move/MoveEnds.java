package dev.labwire.extraction.move;

import dev.labwire.extraction.Reference;
import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.FrameMatch;
import dev.labwire.extraction.frame.Names;
import dev.labwire.extraction.frame.Unit.Type;
import dev.labwire.extraction.lexicon.Lexicon;
import dev.labwire.extraction.lexicon.Organization;
import dev.labwire.extraction.lexicon.Words;
import dev.labwire.text.Latin;
import dev.labwire.text.Slug;
import java.util.Locale;
import java.util.Optional;

/** The organisations in the slots of a frame, known or not. */
final class MoveEnds {

    private final Lexicon lexicon;
    private final Words words;

    MoveEnds(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.words = lexicon.words();
    }

    /** The organisation in a slot; empty where what stands there can be none. */
    Optional<Reference> in(FrameMatch match, String slot) {
        if (slot.equals("to") && comesFrom(match)) {
            return Optional.empty();
        }
        return match.unit(slot)
                .flatMap(unit -> unit.is(Type.ORGANIZATION)
                        ? Optional.of(unit.valueAs(Organization.class).reference())
                        : owner(match, slot)
                                .or(() -> unknown(
                                        match, slot, unit.valueAs(String.class).replaceAll("[’']s$", ""))));
    }

    /** "…from A and B hires C": neither A nor B is who hires, where they open the frame. */
    private boolean comesFrom(FrameMatch match) {
        int at = match.position("to");
        if (words.english() || at != match.from()) {
            return false;
        }
        AnnotatedSentence sentence = match.sentence();
        int before = at - 1;
        while (before > 0
                && sentence.unit(before).word("and")
                && sentence.unit(before - 1).is(Type.ORGANIZATION)) {
            before -= 2;
        }
        return before >= 0 && sentence.unit(before).word("from");
    }

    /** "Anthropic's Long-Term Benefit Trust": what a known organisation has is a part of it. */
    private static Optional<Reference> owner(FrameMatch match, String slot) {
        int at = match.position(slot);
        boolean owned = at >= 2
                && match.sentence().unit(at - 1).word("'s")
                && match.sentence().unit(at - 2).is(Type.ORGANIZATION);
        return owned
                ? Optional.of(match.sentence()
                        .unit(at - 2)
                        .valueAs(Organization.class)
                        .reference())
                : Optional.empty();
    }

    private Optional<Reference> unknown(FrameMatch match, String slot, String name) {
        // "CTO of Applications": behind a title an unknown name is rather what the title covers
        int at = match.position(slot);
        boolean quoted = at > 0 && match.sentence().unit(at - 1).word("\"");
        boolean model = at > 0
                && words.setIfAny("model-nouns")
                        .contains(match.sentence().unit(at - 1).norm());
        boolean remit = !quoted
                && match.position("role") >= 0
                && match.position("role") < match.position(slot)
                && !Names.organizationEnding(name);
        boolean anyNoun =
                words.in("traits", "noun-capitals") && !Names.organizationEnding(name) && name.indexOf(' ') < 0;
        boolean unquotedScript = !Latin.written(name) && !quoted;
        return !remit && !model && !anyNoun && !unquotedScript && organization(name)
                ? Optional.of(new Reference(Slug.of(name), name))
                : Optional.empty();
    }

    private boolean organization(String name) {
        String last = name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
        String first = name.split(" ")[0].toLowerCase(Locale.ROOT);
        boolean person = lexicon.firstName(first) && name.contains(" ") && !Names.organizationEnding(name);
        return !elsewhere(last) && !elsewhere(first) && !person;
    }

    private boolean elsewhere(String word) {
        return lexicon.place(word) || words.in("no-organizations", word);
    }
}
