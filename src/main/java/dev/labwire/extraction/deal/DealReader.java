package dev.labwire.extraction.deal;

import dev.labwire.extraction.Document;
import dev.labwire.extraction.Kind;
import dev.labwire.extraction.Status;
import dev.labwire.extraction.frame.Circumstances;
import dev.labwire.extraction.frame.FrameMatch;
import dev.labwire.extraction.frame.Unit;
import dev.labwire.extraction.frame.Unit.Type;
import dev.labwire.extraction.language.DateFinder;
import dev.labwire.extraction.lexicon.Lexicon;
import dev.labwire.extraction.lexicon.Words;
import dev.labwire.extraction.scoring.Feature;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a frame found in one document as a deal. */
final class DealReader {

    /** what makes an alliance one over computing */
    private static final Pattern MACHINES = Pattern.compile(
            "\\b(?:gigawatts?|megawatts?|\\d+ ?[GM]W|gpus?|tpus?|data cent(?:er|re)s?|compute|(?:ai )?chips?)\\b",
            Pattern.CASE_INSENSITIVE);

    /** what a deal over computing is about */
    private static final Pattern COMPUTE = Pattern.compile(
            "\\b(?:gigawatts?|megawatts?|\\d+ ?[GM]W|gpus?|tpus?|chips?|processors?|data cent(?:er|re)s?|compute|computing|computers|capacity|cloud|servers?|azure|aws)\\b",
            Pattern.CASE_INSENSITIVE);

    /** what only a company takes part in: who is said to do so is one, known or not */
    private static final Pattern ROUND = Pattern.compile(
            "\\b(?:series [a-h]|pre-seed|seed (?:round|funding)|funding round|start-?up|venture)\\b",
            Pattern.CASE_INSENSITIVE);

    /** What is cheaper, in dollars, is no deal between organisations. */
    private static final double LEAST_SUM = 100_000;

    private static final List<String> SIDES = List.of("org", "org2");

    private final Document document;
    private final Lexicon lexicon;
    private final Words words;
    private final DealParties parties;
    private final DealAmounts amounts;
    private final DealNewsworthiness newsworthiness;

    DealReader(Document document, Lexicon lexicon) {
        this.document = document;
        this.lexicon = lexicon;
        this.words = lexicon.words();
        this.parties = new DealParties(lexicon);
        this.amounts = new DealAmounts(words);
        this.newsworthiness = new DealNewsworthiness(document);
    }

    /** The deal; empty where nobody made it, or what stands in the frame is not who makes deals. */
    Optional<DealDraft> read(FrameMatch match) {
        Circumstances circumstances = new Circumstances(match.sentence(), words, match.from(), match.to());
        if (circumstances.negated() || circumstances.hypothetical() || withheld(match) || product(match)) {
            return Optional.empty();
        }
        DealDraft draft = new DealDraft(kind(match), match);
        gather(draft);
        if (match.frame().id().equals("commit") && !aboutComputing(draft)) {
            draft.kind = Kind.FUNDING;
        }
        if (draft.kind == Kind.PARTNERSHIP
                && draft.parties.stream().anyMatch(party -> words.in("sellers-of-computing-alone", party.id()))) {
            draft.kind = Kind.COMPUTE;
        }
        if (misread(draft) || !enough(draft)) {
            return Optional.empty();
        }
        draft.amount = amounts.of(match);
        if (draft.amount != null && draft.amount < LEAST_SUM) {
            return Optional.empty();
        }
        draft.status = circumstances.status() == Status.DENIED ? Status.CONFIRMED : circumstances.status();
        draft.occurredOn = circumstances
                .date()
                .filter(found -> !found.future())
                .map(DateFinder.Found::on)
                .orElse(null);
        draft.newsworthy = newsworthiness.of(draft, circumstances);
        weigh(draft);
        return Optional.of(draft);
    }

    private void gather(DealDraft draft) {
        FrameMatch match = draft.match;
        if (match.position("we") >= 0 && document.organization() != null) {
            lexicon.organizationNamed(document.organization()).ifPresent(own -> draft.parties.add(own.reference()));
        }
        SIDES.forEach(side -> parties.in(match, side).ifPresent(draft.parties::add));
        draft.named = draft.parties.size();
        if (draft.kind != Kind.ACQUISITION) {
            draft.parties.addAll(parties.others(match));
        }
    }

    /** Whether a side is no organisation, both are one, or it is there for another reason. */
    private boolean misread(DealDraft draft) {
        FrameMatch match = draft.match;
        boolean lost = SIDES.stream()
                .anyMatch(side ->
                        match.position(side) >= 0 && parties.in(match, side).isEmpty());
        boolean oneParty = SIDES.stream().allMatch(side -> match.position(side) >= 0) && draft.named < 2;
        boolean vague = draft.kind != Kind.FUNDING
                && draft.kind != Kind.ACQUISITION
                && match.position("org") > 1
                && stranger(match, "org");
        boolean backer = match.position("org2") < 0 && behind(match, "org", "by");
        boolean somebodyOf = SIDES.stream().anyMatch(side -> behind(match, side, "of"));
        boolean nobodySpeaks = match.position("we") >= 0
                && (document.organization() == null
                        || lexicon.organizationNamed(document.organization()).isEmpty());
        return nobodySpeaks || lost || oneParty || vague || backer || somebodyOf;
    }

    /** Whether somebody known takes part, and as many as such a deal needs. */
    private boolean enough(DealDraft draft) {
        FrameMatch match = draft.match;
        boolean known = !draft.parties.isEmpty() && match.position("we") >= 0
                || SIDES.stream().anyMatch(side -> match.unit(side)
                        .filter(unit -> unit.is(Type.ORGANIZATION))
                        .isPresent());
        boolean startup = draft.kind == Kind.FUNDING
                && match.position("money") >= 0
                && match.position("org2") < 0
                && introduced(match)
                && about(match, ROUND, "round-words");
        boolean pair = draft.kind == Kind.FUNDING || draft.parties.size() > 1;
        return (known || startup)
                && pair
                && !draft.parties.isEmpty()
                && (draft.kind != Kind.COMPUTE || aboutComputing(draft));
    }

    /** Whether an unknown name is whole and the one spoken of: it opens the sentence, or "startup" or "Berlin-based" does. */
    private boolean introduced(FrameMatch match) {
        int at = match.position("org");
        if (at <= 0) {
            return at == 0;
        }
        Unit before = match.sentence().unit(at - 1);
        return before.word("based") || words.in("company-nouns", before.norm());
    }

    private void weigh(DealDraft draft) {
        FrameMatch match = draft.match;
        draft.evidence.mark(Feature.UNKNOWN_ORGANIZATION, SIDES.stream().anyMatch(side -> stranger(match, side)));
        draft.evidence.mark(Feature.ONE_PARTY, draft.parties.size() < 2);
        draft.evidence.mark(Feature.FIRST_PARTY, match.position("we") >= 0);
    }

    private static boolean stranger(FrameMatch match, String side) {
        return match.unit(side).filter(unit -> unit.is(Type.NAME)).isPresent();
    }

    /** A deal over computing says so, or is with one who sells it. */
    private boolean aboutComputing(DealDraft draft) {
        return about(draft.match, COMPUTE, "compute-words")
                || draft.parties.stream().anyMatch(party -> words.in("sellers-of-computing", party.id()));
    }

    /** "Jane Doe of Acme raises", "led by Acme": the organisation is not the one who does it. */
    private static boolean behind(FrameMatch match, String slot, String preposition) {
        int at = match.position(slot);
        return at > 0 && at == match.from() && match.sentence().unit(at - 1).word(preposition);
    }

    /** "blocks Acme's purchase of Beta". */
    private boolean withheld(FrameMatch match) {
        for (int i = Math.max(0, match.from() - 2); i < match.from(); i++) {
            if (words.in("withholding", match.sentence().unit(i).norm())) {
                return true;
            }
        }
        return false;
    }

    /** "buys Acme Turbo 9": a thing that the organisation makes. */
    private static boolean product(FrameMatch match) {
        boolean bought = match.frame().kind().equals("acquisition") && match.position("org2") == match.to() - 1;
        if (!bought || match.to() >= match.sentence().size()) {
            return false;
        }
        Unit next = match.sentence().unit(match.to());
        return next.is(Type.NAME) || next.is(Type.MODEL) || next.norm().matches("\\d.*");
    }

    /** An alliance over chips, power or data centres is a compute deal. */
    private Kind kind(FrameMatch match) {
        Kind kind = Kind.of(match.frame().kind());
        return kind == Kind.PARTNERSHIP && about(match, MACHINES, "machine-words") ? Kind.COMPUTE : kind;
    }

    /** Whether the sentence has such words, in English or, by a set of the data files, in its own language. */
    private boolean about(FrameMatch match, Pattern english, String set) {
        String quote = match.sentence().sentence().quote();
        return english.matcher(quote).find() || words.says(set, quote);
    }
}
