package dev.labwire.extraction.deal;

import dev.labwire.extraction.Document;
import dev.labwire.extraction.Kind;
import dev.labwire.extraction.OccurredOn;
import dev.labwire.extraction.Reference;
import dev.labwire.extraction.Status;
import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.Circumstances;
import dev.labwire.extraction.frame.FrameMatch;
import dev.labwire.extraction.frame.Frames;
import dev.labwire.extraction.frame.Names;
import dev.labwire.extraction.frame.Unit;
import dev.labwire.extraction.frame.Unit.Type;
import dev.labwire.extraction.language.DateFinder;
import dev.labwire.extraction.language.Zone;
import dev.labwire.extraction.lexicon.Lexicon;
import dev.labwire.extraction.lexicon.Organization;
import dev.labwire.extraction.lexicon.Words;
import dev.labwire.extraction.scoring.Feature;
import dev.labwire.text.Slug;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the deals that a document tells of. Holds data files only; safe for many threads. */
final class DealFinder {

    /** what makes an alliance one over computing */
    private static final Pattern MACHINES = Pattern.compile(
            "\\b(?:gigawatts?|megawatts?|\\d+ ?[GM]W|gpus?|tpus?|data cent(?:er|re)s?|compute|(?:ai )?chips?)\\b",
            Pattern.CASE_INSENSITIVE);

    /** what a deal over computing is about */
    private static final Pattern COMPUTE = Pattern.compile(
            "\\b(?:gigawatts?|megawatts?|\\d+ ?[GM]W|gpus?|tpus?|chips?|processors?|data cent(?:er|re)s?|compute|computing|computers|capacity|cloud|servers?|azure|aws)\\b",
            Pattern.CASE_INSENSITIVE);

    /** News stands at the top. */
    private static final int LAST_OF_THE_NEWS = 8;

    /** What is cheaper, in dollars, is no deal between organisations. */
    private static final double LEAST_SUM = 100_000;

    private final Lexicon lexicon;
    private final Words words;
    private final Frames frames;

    DealFinder(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.frames = Frames.read(lexicon.files(), "frames-deals-en.yaml");
        this.words = lexicon.words();
    }

    /** The deals of a document, one for each kind and principal. */
    List<DealDraft> find(Document document, List<AnnotatedSentence> sentences) {
        List<DealDraft> drafts = new ArrayList<>();
        for (AnnotatedSentence sentence : sentences) {
            boolean someone = sentence.units().stream().anyMatch(unit -> unit.is(Type.ORGANIZATION));
            if (someone && sentence.sentence().zone() != Zone.BOILERPLATE) {
                frames.in(sentence).forEach(match -> draft(document, match).ifPresent(drafts::add));
            }
        }
        return merge(drafts, document);
    }

    private Optional<DealDraft> draft(Document document, FrameMatch match) {
        Circumstances circumstances = new Circumstances(match.sentence(), words, match.from(), match.to());
        DealDraft draft = new DealDraft(kind(match), match);
        if (match.position("we") >= 0 && document.organization() != null) {
            lexicon.organizationNamed(document.organization()).ifPresent(own -> draft.parties.add(own.reference()));
        }
        party(match, "org").ifPresent(draft.parties::add);
        party(match, "org2").ifPresent(draft.parties::add);
        boolean oneParty = match.position("org") >= 0 && match.position("org2") >= 0 && draft.parties.size() < 2;
        boolean lost = oneParty
                || List.of("org", "org2").stream()
                        .anyMatch(slot ->
                                match.position(slot) >= 0 && party(match, slot).isEmpty());
        boolean vague = draft.kind != Kind.FUNDING
                && draft.kind != Kind.ACQUISITION
                && match.unit("org").filter(unit -> unit.is(Type.NAME)).isPresent()
                && match.position("org") > 1;
        boolean backer = match.position("org2") < 0 && behind(match, "org", "by");
        boolean somebodyOf = behind(match, "org", "of") || behind(match, "org2", "of");
        if (lost || vague || backer || somebodyOf || withheld(match) || product(match)) {
            return Optional.empty();
        }
        boolean known = !draft.parties.isEmpty() && match.position("we") >= 0
                || match.slots().keySet().stream().anyMatch(slot -> match.unit(slot)
                        .filter(unit -> unit.is(Type.ORGANIZATION))
                        .isPresent());
        if (draft.kind != Kind.ACQUISITION) {
            others(match).forEach(draft.parties::add);
        }
        if (draft.kind == Kind.COMPUTE && !aboutComputing(match, draft)) {
            return Optional.empty();
        }
        boolean pair = draft.kind == Kind.FUNDING || draft.parties.size() > 1;
        if (draft.parties.isEmpty() || !known || !pair || circumstances.negated() || circumstances.hypothetical()) {
            return Optional.empty();
        }
        draft.amount = amount(match);
        if (draft.amount != null && draft.amount < LEAST_SUM) {
            return Optional.empty();
        }
        draft.status = circumstances.status() == Status.DENIED ? Status.CONFIRMED : circumstances.status();
        Optional<DateFinder.Found> date = circumstances.date();
        draft.occurredOn =
                date.filter(found -> !found.future()).map(DateFinder.Found::on).orElse(null);
        draft.newsworthy = newsworthy(draft, circumstances, document);
        boolean stranger = List.of("org", "org2").stream()
                .anyMatch(slot ->
                        match.unit(slot).filter(unit -> unit.is(Type.NAME)).isPresent());
        draft.evidence.mark(Feature.UNKNOWN_ORGANIZATION, stranger);
        draft.evidence.mark(Feature.ONE_PARTY, draft.parties.size() < 2);
        draft.evidence.mark(Feature.FIRST_PARTY, match.position("we") >= 0);
        return Optional.of(draft);
    }

    /** A deal over computing says so, or is with one who sells it. */
    private boolean aboutComputing(FrameMatch match, DealDraft draft) {
        return COMPUTE.matcher(match.sentence().sentence().quote()).find()
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
    private static Kind kind(FrameMatch match) {
        Kind kind = Kind.of(match.frame().kind());
        return kind == Kind.PARTNERSHIP
                        && MACHINES.matcher(match.sentence().sentence().quote()).find()
                ? Kind.COMPUTE
                : kind;
    }

    private Optional<Reference> party(FrameMatch match, String slot) {
        return match.unit(slot).flatMap(unit -> {
            if (unit.is(Type.ORGANIZATION)) {
                Organization organization = unit.valueAs(Organization.class);
                return organization.publisher() ? Optional.<Reference>empty() : Optional.of(organization.reference());
            }
            String name = unit.valueAs(String.class);
            int at = match.position(slot);
            boolean quantity = at > 0 && match.sentence().unit(at - 1).norm().matches("[\\d.,]+");
            return !quantity && party(unit, name)
                    ? Optional.of(new Reference(Slug.of(name), name))
                    : Optional.<Reference>empty();
        });
    }

    /** Whether an unknown name can be a company: no place, no people, no person, no ordinary word that opens a sentence. */
    private boolean party(Unit unit, String name) {
        String[] parts = name.toLowerCase(Locale.ROOT).split(" ");
        boolean place = words.in("places", parts[0]) || words.in("places", parts[parts.length - 1]);
        boolean other = parts.length == 1
                && (words.in("no-organizations", name.toLowerCase(Locale.ROOT))
                        || lexicon.commonWord(parts[0])
                        || name.endsWith("ing"));
        boolean person = Names.personLike(unit) && lexicon.firstName(parts[0]);
        return !place && !other && !person;
    }

    /** Further parties of the sentence: those that lead or join the round, or stand in a row with a party. */
    private List<Reference> others(FrameMatch match) {
        List<Reference> others = new ArrayList<>();
        AnnotatedSentence sentence = match.sentence();
        boolean giving = false;
        for (int i = match.from(); i < sentence.size(); i++) {
            Unit unit = sentence.unit(i);
            giving = i >= match.to() && words.in("givers", unit.norm())
                    || giving && !words.in("behind-givers", unit.norm());
            boolean row = i > 0
                    && i < match.to() + 6
                    && (sentence.unit(i - 1).word(",") || sentence.unit(i - 1).word("and"))
                    && match.frame().kind().equals("compute");
            boolean former = i > 0
                    && (sentence.unit(i - 1).word("former")
                            || sentence.unit(i - 1).word("ex"));
            if (unit.is(Type.ORGANIZATION)
                    && (giving || row)
                    && !former
                    && !unit.valueAs(Organization.class).publisher()) {
                others.add(unit.valueAs(Organization.class).reference());
            }
        }
        return others;
    }

    /** The price or sum: in the frame, else the first behind it that is no valuation. */
    private @Nullable Double amount(FrameMatch match) {
        AnnotatedSentence sentence = match.sentence();
        Optional<Unit> given = match.unit("money");
        if (given.isPresent()) {
            return given.get().valueAs(Double.class);
        }
        for (int i = match.from(); i < sentence.size(); i++) {
            boolean otherClause = i >= match.to()
                    && words.in("clause-openers", sentence.unit(i).norm());
            if (otherClause) {
                return null;
            }
            if (sentence.unit(i).is(Type.MONEY) && !worth(sentence, i)) {
                return sentence.unit(i).valueAs(Double.class);
            }
        }
        return null;
    }

    private boolean worth(AnnotatedSentence sentence, int money) {
        for (int i = Math.max(0, money - 5); i < money; i++) {
            if (words.in("worth", sentence.unit(i).norm()) && !sentence.unit(i).word("worth")) {
                return true;
            }
        }
        return money + 1 < sentence.size()
                && words.in("worth", sentence.unit(money + 1).norm());
    }

    private static double newsworthy(DealDraft draft, Circumstances circumstances, Document document) {
        Zone zone = draft.match.sentence().sentence().zone();
        double score =
                switch (zone) {
                    case TITLE -> 2.5;
                    case LEAD -> 1.6;
                    case LIST -> 1.4;
                    default -> 0.3;
                };
        score += draft.parties.stream().anyMatch(party -> document.title().contains(party.name())) ? 0.6 : 0;
        boolean present = present(draft.match, circumstances);
        boolean aside = draft.match.from() > 0
                && draft.match.sentence().unit(draft.match.from() - 1).word(";");
        score -= aside && !present ? 3 : 0;
        boolean far = draft.match.sentence().sentence().index() > LAST_OF_THE_NEWS;
        score += present ? (far ? 0.3 : 0.8) : 0;
        score -= circumstances.pluperfect() ? 2.5 : 0;
        score -= circumstances.subordinate(draft.match.from()) ? 1.5 : 0;
        boolean old = Circumstances.old(draft.occurredOn, document.publishedOn());
        score -= old ? 4 : 0;
        score += draft.occurredOn != null && !old && document.publishedOn() != null ? 0.7 : 0;
        return score - 1.3;
    }

    /** "has raised", "will invest", "buys": whether the deal is told as of now. */
    private static boolean present(FrameMatch match, Circumstances circumstances) {
        for (int i = match.from(); i < match.to(); i++) {
            Unit unit = match.sentence().unit(i);
            boolean verb = !unit.lemmas().isEmpty() && !match.slots().containsValue(i);
            if (verb && !unit.lemma("be") && !unit.lemma("have")) {
                return circumstances.present(i);
            }
        }
        return false;
    }

    private List<DealDraft> merge(List<DealDraft> drafts, Document document) {
        drafts.sort(Comparator.comparingDouble((DealDraft draft) -> -draft.newsworthy)
                .thenComparing(draft -> -draft.match.frame().weight())
                .thenComparing(draft -> draft.match.sentence().sentence().index()));
        List<DealDraft> merged = new ArrayList<>();
        for (DealDraft draft : drafts) {
            merged.stream()
                    .filter(kept -> same(kept, draft))
                    .findFirst()
                    .ifPresentOrElse(kept -> enrich(kept, draft), () -> merged.add(draft));
        }
        for (DealDraft draft : merged) {
            if (draft.primary() && draft.occurredOn == null && document.publishedOn() != null) {
                draft.occurredOn = OccurredOn.by(document.publishedOn());
            }
        }
        return merged;
    }

    /** One kind of deal between the same two, or of the same one where a telling names but one. */
    private static boolean same(DealDraft kept, DealDraft draft) {
        Set<String> first = ids(kept);
        Set<String> second = ids(draft);
        long common = first.stream().filter(second::contains).count();
        boolean samePrincipal = kept.kind == Kind.FUNDING
                && first.iterator().next().equals(second.iterator().next());
        return kept.kind == draft.kind
                && (common > 1 || samePrincipal || common == Math.min(first.size(), second.size()));
    }

    private static Set<String> ids(DealDraft draft) {
        return draft.parties.stream().map(Reference::id).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static void enrich(DealDraft kept, DealDraft other) {
        kept.parties.addAll(other.parties);
        kept.amount = kept.amount == null ? other.amount : kept.amount;
        kept.occurredOn = kept.occurredOn == null && other.primary() ? other.occurredOn : kept.occurredOn;
        kept.evidence.support();
    }
}
