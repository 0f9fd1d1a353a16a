package dev.labwire.extraction.release;

import dev.labwire.extraction.Document;
import dev.labwire.extraction.Status;
import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.Circumstances;
import dev.labwire.extraction.frame.FrameMatch;
import dev.labwire.extraction.language.DateFinder;
import dev.labwire.extraction.lexicon.Lexicon;
import dev.labwire.extraction.lexicon.ModelName;
import dev.labwire.extraction.lexicon.Organization;
import dev.labwire.extraction.scoring.Feature;
import java.util.List;
import java.util.Optional;

/** Reads a frame found in one document as the announcement of a model. */
final class ReleaseReader {

    private final Lexicon lexicon;
    private final Optional<Organization> firstParty;
    private final Makers makers;
    private final NamedModels named;
    private final UnlistedModels unlisted;
    private final ReleaseNewsworthiness newsworthiness;

    ReleaseReader(
            Document document, List<AnnotatedSentence> sentences, Lexicon lexicon, Optional<Organization> firstParty) {
        this.lexicon = lexicon;
        this.firstParty = firstParty;
        this.makers = new Makers(lexicon, firstParty);
        this.named = new NamedModels(lexicon);
        this.unlisted = new UnlistedModels(lexicon.words());
        this.newsworthiness = new ReleaseNewsworthiness(document, sentences, lexicon.words());
    }

    /** The models a frame speaks of; a name nobody lists counts where its maker is named. */
    List<ModelName> models(FrameMatch match) {
        if (match.position("model") >= 0) {
            return named.of(match);
        }
        return unlisted.of(match).filter(model -> makers.of(match).isPresent()).stream()
                .toList();
    }

    /** The announcement of that model; empty where nobody announces it or it is news of somebody else's. */
    Optional<ReleaseDraft> read(ModelName model, FrameMatch match) {
        Circumstances circumstances = circumstances(match, match.to());
        Optional<Organization> maker = makers.of(model, match);
        boolean own = maker.filter(makers::own).isPresent();
        if (circumstances.negated()
                || circumstances.hypothetical()
                || withheld(match)
                || outOfPlace(match, own)
                || maker.filter(known -> makers.elsewhere(match, known)).isPresent()) {
            return Optional.empty();
        }
        Status status = circumstances(match, match.from()).status();
        ReleaseDraft draft = new ReleaseDraft(
                model,
                maker.map(Organization::reference).orElse(null),
                ReleaseKinds.of(model, match, status, lexicon.words()),
                status,
                match);
        draft.occurredOn = circumstances
                .date()
                .filter(date -> !date.future())
                .map(DateFinder.Found::on)
                .orElse(null);
        draft.newsworthy = newsworthiness.of(draft, circumstances, own);
        weigh(draft, own);
        return Optional.of(draft);
    }

    /** The circumstances up to a unit; of the verb alone where that is the first: a hedge behind it is about something else. */
    private Circumstances circumstances(FrameMatch match, int to) {
        return new Circumstances(match.sentence(), lexicon.words(), match.from(), to);
    }

    /** "delays the release of M". */
    private boolean withheld(FrameMatch match) {
        for (int i = Math.max(0, match.from() - 2); i < match.from(); i++) {
            if (lexicon.words().in("withholding", match.sentence().unit(i).norm())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a frame stands elsewhere than it counts: in the title, as the whole of it, in the maker's own source. */
    private boolean outOfPlace(FrameMatch match, boolean own) {
        boolean inTitle = match.sentence().sentence().inTitle();
        boolean whole =
                inTitle && match.from() == 0 && match.to() == match.sentence().size();
        return match.frame().firstParty() && !(own && inTitle)
                || match.frame().titleOnly() && !(whole && (own || firstParty.isEmpty()));
    }

    private static void weigh(ReleaseDraft draft, boolean own) {
        draft.evidence.mark(Feature.NO_MAKER, draft.organization == null);
        draft.evidence.mark(Feature.UNLISTED_MODEL, draft.match.position("name") >= 0);
        draft.evidence.mark(Feature.FIRST_PARTY, own);
    }
}
