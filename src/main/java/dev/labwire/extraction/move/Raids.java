package dev.labwire.extraction.move;

import dev.labwire.extraction.Reference;
import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.FrameMatch;
import dev.labwire.extraction.frame.Frames;
import dev.labwire.extraction.frame.Unit;
import dev.labwire.extraction.language.Zone;
import dev.labwire.extraction.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Hires that title or lead tell of without names: "A lures two leaders away from B". Who then becomes what at A came from B. */
final class Raids {

    private final Lexicon lexicon;
    private final List<Raid> raids = new ArrayList<>();

    private record Raid(Reference to, Reference from) {}

    Raids(List<AnnotatedSentence> sentences, Frames frames, Lexicon lexicon) {
        this.lexicon = lexicon;
        MoveEnds ends = new MoveEnds(lexicon);
        sentences.stream()
                .filter(sentence ->
                        sentence.sentence().inTitle() || sentence.sentence().zone() == Zone.LEAD)
                .flatMap(sentence -> frames.in(sentence).stream())
                .forEach(match -> add(match, ends));
    }

    private void add(FrameMatch match, MoveEnds ends) {
        Optional<Reference> to = ends.in(match, "to");
        Optional<Reference> from = ends.in(match, "from");
        if (to.isPresent() && from.isPresent() && !oneOfSeveral(match)) {
            raids.add(new Raid(to.get(), from.get()));
        }
    }

    /** "From Tesla, xAI and Meta": nobody can tell who came from where. */
    private static boolean oneOfSeveral(FrameMatch match) {
        AnnotatedSentence sentence = match.sentence();
        int next = match.position("from") + 1;
        return next + 1 < sentence.size()
                && (sentence.unit(next).word(",") || sentence.unit(next).word("and"))
                && sentence.unit(next + 1).is(Unit.Type.ORGANIZATION);
    }

    /** Where that organisation hired from. */
    Optional<Reference> from(Reference organization) {
        return raids.stream()
                .filter(raid -> lexicon.kin(raid.to().id(), organization.id()))
                .map(Raid::from)
                .findFirst();
    }
}
