package dev.labwire.extraction.release;

import dev.labwire.extraction.Document;
import dev.labwire.extraction.Kind;
import dev.labwire.extraction.ModelReference;
import dev.labwire.extraction.OccurredOn;
import dev.labwire.extraction.Status;
import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.Circumstances;
import dev.labwire.extraction.frame.FrameMatch;
import dev.labwire.extraction.frame.Frames;
import dev.labwire.extraction.frame.Unit;
import dev.labwire.extraction.frame.Unit.Type;
import dev.labwire.extraction.language.DateFinder;
import dev.labwire.extraction.language.Zone;
import dev.labwire.extraction.lexicon.Lexicon;
import dev.labwire.extraction.lexicon.ModelName;
import dev.labwire.extraction.lexicon.Organization;
import dev.labwire.text.Slug;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the model announcements that a document tells of. Holds data files only; safe for many threads. */
final class ReleaseFinder {

    private static final Pattern PREVIEW =
            Pattern.compile("\\b(?:preview|experimental|beta|early access|alpha)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMING =
            Pattern.compile("\\b(?:leaked|upcoming|forthcoming|coming soon|is coming)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern OPEN = Pattern.compile(
            "\\bopen[- ]weights?\\b|\\bopen[- ]sourc|\\bopenly available\\b|\\bweights\\b.{0,60}\\b(?:available|download|published|released|hugging face|licen[cs]e|anyone|open)|\\b(?:available|download\\w*|published|released|opens?|opening)\\b.{0,40}\\bweights\\b|\\bapache[- ]2|\\bmit[- ]licen[cs]|\\bcommunity licen[cs]e|\\bopen model\\b|\\bcan be downloaded\\b|\\bopen foundation model\\b|\\bfirst open\\b|\\bon hugging face\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern CLOSED = Pattern.compile(
            "\\bwithout (?:open )?weights\\b|\\bnot (?:open|release)|\\bno weights\\b|\\bproprietary\\b|\\bclosed\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MODEL_NOUN = Pattern.compile(
            "\\b(?:language|ai|reasoning|image|video|speech|voice|audio|vision|multimodal|foundation|frontier|coding|code|embedding|world|text|diffusion|open|weights?|parameter|agentic|generative|music|small|large)\\b[\\w ,-]{0,30}\\bmodels?\\b|\\bllms?\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> JOINTS =
            Set.of("and", "&", "with", "together", "alongside", "along", "plus", "as", "well", "or", "/");
    private static final Set<String> OTHER_GOODS = Set.of(
            "chip",
            "chips",
            "gpu",
            "phone",
            "phones",
            "car",
            "suv",
            "electric",
            "robot",
            "laptop",
            "processor",
            "accelerator",
            "benchmark",
            "dataset",
            "game",
            "engine",
            "app",
            "tool");

    private final Lexicon lexicon;
    private final Frames frames = Frames.read("frames-releases-en.yaml");

    ReleaseFinder(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The announcements of a document, one for each model and stage. */
    List<ReleaseDraft> find(Document document, List<AnnotatedSentence> sentences) {
        return new Reading(document, sentences).releases();
    }

    /** The reading of one document. */
    private final class Reading {
        private final Document document;
        private final List<AnnotatedSentence> sentences;
        private final Optional<Organization> firstParty;

        Reading(Document document, List<AnnotatedSentence> sentences) {
            this.document = document;
            this.sentences = sentences;
            this.firstParty = Optional.ofNullable(document.organization()).flatMap(lexicon::organizationNamed);
        }

        List<ReleaseDraft> releases() {
            List<ReleaseDraft> drafts = new ArrayList<>();
            for (AnnotatedSentence sentence : sentences) {
                boolean candidate =
                        sentence.units().stream().anyMatch(unit -> unit.is(Type.MODEL) || unit.is(Type.NAME));
                if (candidate && sentence.sentence().zone() != Zone.BOILERPLATE) {
                    for (FrameMatch match : frames.in(sentence)) {
                        models(match).forEach(model -> draft(model, match).ifPresent(drafts::add));
                    }
                }
            }
            List<ReleaseDraft> merged = merge(drafts);
            Set<String> told = new java.util.HashSet<>();
            merged.stream().filter(ReleaseDraft::primary).forEach(draft -> told.add(draft.modelId()));
            List<ReleaseDraft> described = new ArrayList<>();
            for (FrameMatch match : new SpecSheets(sentences, firstParty.orElse(null), lexicon).matches(told)) {
                ModelName model = match.unit("model").orElseThrow().valueAs(ModelName.class);
                if (!told.contains(model.reference().id())) {
                    draft(model, match).ifPresent(described::add);
                }
            }
            merged.addAll(described);
            return merge(merged);
        }

        /** The model in the slot and those coordinated with it; or the model that an unknown name makes. */
        private List<ModelName> models(FrameMatch match) {
            int at = match.position("model");
            if (at < 0) {
                return unlisted(match).map(List::of).orElse(List.of());
            }
            List<ModelName> models = new ArrayList<>();
            if (!wholeName(match.sentence(), at)) {
                return models;
            }
            models.add(match.sentence().unit(at).valueAs(ModelName.class));
            for (int step : new int[] {-1, 1}) {
                for (int i = at + step; i >= 0 && i < match.sentence().size(); i += step) {
                    Unit unit = match.sentence().unit(i);
                    if (unit.is(Type.MODEL)) {
                        models.add(unit.valueAs(ModelName.class));
                    } else if (!unit.word(",") && !unit.word("and") && !unit.word("&")
                            || unit.word(",") && farFromModel(match.sentence(), i, step)) {
                        break;
                    }
                }
            }
            return models.stream()
                    .filter(model -> !model.bare()
                            || lexicon.families().stream()
                                    .anyMatch(f ->
                                            f.family().equals(model.reference().name()) && f.bareIsModel()))
                    .distinct()
                    .toList();
        }

        private boolean farFromModel(AnnotatedSentence sentence, int comma, int step) {
            int next = comma + step;
            boolean joined = next >= 0
                    && next < sentence.size()
                    && (sentence.unit(next).is(Type.MODEL)
                            || sentence.unit(next).word("and"));
            return !joined;
        }

        /** A name nobody lists is a model where the sentence calls it one and its maker is named. */
        private Optional<ModelName> unlisted(FrameMatch match) {
            int at = match.position("name");
            if (at < 0
                    || !MODEL_NOUN.matcher(match.sentence().sentence().quote()).find()) {
                return Optional.empty();
            }
            AnnotatedSentence sentence = match.sentence();
            boolean other = sentence.units().stream().anyMatch(unit -> OTHER_GOODS.contains(unit.norm()));
            if (other || maker(match, null).isEmpty() || !calledModel(match, at)) {
                return Optional.empty();
            }
            int end = at + 1;
            while (end < sentence.size()
                    && sentence.unit(end).norm().matches("-|\\d+(\\.\\d+)?[a-z]?|v\\d+(\\.\\d+)?")
                    && end < at + 4) {
                end++;
            }
            String name = sentence.text(at, end).replaceAll("\\s+", " ").replaceAll("-$", "");
            return Optional.of(new ModelName(new ModelReference(Slug.of(name), name, null), null, null, false, null));
        }

        /** Whether "model" is what the name is called: "X, a model that…", not "X, a method to predict model behaviour". */
        private boolean calledModel(FrameMatch match, int name) {
            AnnotatedSentence sentence = match.sentence();
            int noun = match.to() - 1;
            if (noun <= name) {
                return true;
            }
            for (int i = name + 1; i < noun; i++) {
                if (Set.of("to", "for", "of", "that", "with", "which", "from")
                        .contains(sentence.unit(i).norm())) {
                    return false;
                }
            }
            Unit behind = noun + 1 < sentence.size() ? sentence.unit(noun + 1) : null;
            return behind == null
                    || behind.is(Type.SIGN)
                    || Set.of(
                                    "that",
                                    "for",
                                    "with",
                                    "which",
                                    "from",
                                    "to",
                                    "in",
                                    "built",
                                    "designed",
                                    "trained",
                                    "on",
                                    "by",
                                    "and",
                                    "of",
                                    "available",
                                    "it",
                                    "family",
                                    "aimed",
                                    "made",
                                    "optimized",
                                    "optimised",
                                    "capable",
                                    "series",
                                    "yet",
                                    "ever",
                                    "under")
                            .contains(behind.norm());
        }

        /** Whether a family's head stands for a model here, rather than for an app or as a part of a longer name. */
        private boolean wholeName(AnnotatedSentence sentence, int at) {
            ModelName model = sentence.unit(at).valueAs(ModelName.class);
            if (!model.bare() || at + 1 >= sentence.size()) {
                return true;
            }
            Unit behind = sentence.unit(at + 1);
            boolean longer = behind.is(Type.NAME)
                    || Set.of("for", "app", "api", "apps", "team").contains(behind.norm());
            boolean before = at > 0 && sentence.unit(at - 1).is(Type.NAME);
            return !longer && !before;
        }

        /** Whose model it is: the family's owner, else the organisation that does it, else the source's own. */
        private Optional<Organization> maker(FrameMatch match, @Nullable ModelName model) {
            if (model != null && model.owner() != null) {
                return lexicon.organization(model.owner());
            }
            Optional<Organization> subject = match.unit("org")
                    .filter(unit -> unit.is(Type.ORGANIZATION))
                    .map(unit -> unit.valueAs(Organization.class));
            return subject.or(() -> nearestBefore(match)).or(() -> firstParty);
        }

        private Optional<Organization> nearestBefore(FrameMatch match) {
            for (int i = match.from(); i >= 0; i--) {
                Unit unit = match.sentence().unit(i);
                if (unit.is(Type.ORGANIZATION) && builds(unit.valueAs(Organization.class))) {
                    return Optional.of(unit.valueAs(Organization.class));
                }
            }
            return Optional.empty();
        }

        private boolean builds(Organization organization) {
            return !organization.publisher()
                    && !organization.investor()
                    && !organization.kind().equals("government");
        }

        private Optional<ReleaseDraft> draft(ModelName model, FrameMatch match) {
            Circumstances circumstances =
                    new Circumstances(match.sentence(), lexicon.words(), match.from(), match.to());
            Optional<Organization> maker = maker(match, model);
            boolean own = maker.isPresent()
                    && firstParty
                            .filter(first -> lexicon.kin(first.id(), maker.get().id()))
                            .isPresent();
            if (circumstances.negated()
                    || circumstances.hypothetical()
                    || match.frame().firstParty()
                            && !(own && match.sentence().sentence().inTitle())) {
                return Optional.empty();
            }
            boolean wholeTitle = match.sentence().sentence().inTitle()
                    && match.from() == 0
                    && match.to() == match.sentence().size();
            if (match.frame().titleOnly() && !(wholeTitle && (own || firstParty.isEmpty()))) {
                return Optional.empty();
            }
            if (maker.isPresent() && elsewhere(match, maker.get())) {
                return Optional.empty();
            }
            Kind kind = kind(model, match, circumstances);
            Status status = doing(match).status();
            ReleaseDraft draft =
                    new ReleaseDraft(model, maker.map(Organization::reference).orElse(null), kind, status, match);
            date(draft, circumstances);
            draft.newsworthy = newsworthy(draft, circumstances, own);
            draft.certainty = match.frame().weight()
                    - (maker.isEmpty() ? 0.25 : 0)
                    - (match.position("name") >= 0 ? 0.08 : 0)
                    + (own ? 0.04 : 0);
            return Optional.of(draft);
        }

        /** The circumstances of the verb alone: a hedge behind it is about something else. */
        private Circumstances doing(FrameMatch match) {
            return new Circumstances(match.sentence(), lexicon.words(), match.from(), match.from());
        }

        /** Whether somebody else than the maker does it: a cloud that hosts, a tool that adds the model. */
        private boolean elsewhere(FrameMatch match, Organization maker) {
            AnnotatedSentence sentence = match.sentence();
            int verb = match.from();
            boolean active = match.position("model") > verb || match.position("name") > verb;
            if (active) {
                Optional<Organization> doer = subject(sentence, verb);
                boolean named = sentence.units().stream()
                        .anyMatch(unit -> unit.is(Type.ORGANIZATION)
                                && lexicon.kin(unit.valueAs(Organization.class).id(), maker.id()));
                return doer.filter(organization -> builds(organization) && !lexicon.kin(organization.id(), maker.id()))
                                        .isPresent()
                                && !(named && coordinated(sentence, verb))
                        || firstParty.isPresent()
                                && doer.isEmpty()
                                && !lexicon.kin(firstParty.get().id(), maker.id());
            }
            boolean host =
                    firstParty.isPresent() && !lexicon.kin(firstParty.get().id(), maker.id());
            return host || availableElsewhere(sentence, match.to(), maker);
        }

        private boolean coordinated(AnnotatedSentence sentence, int verb) {
            for (int i = 0; i < verb; i++) {
                if (sentence.unit(i).word("and")) {
                    return true;
                }
            }
            return false;
        }

        /** "is now available in Windsurf": news of Windsurf, not of the model's maker. */
        private boolean availableElsewhere(AnnotatedSentence sentence, int behind, Organization maker) {
            for (int i = behind; i < Math.min(sentence.size(), behind + 4); i++) {
                Unit unit = sentence.unit(i);
                if (unit.is(Type.SIGN)) {
                    return false;
                }
                if (unit.is(Type.ORGANIZATION)) {
                    return !lexicon.kin(unit.valueAs(Organization.class).id(), maker.id());
                }
            }
            return false;
        }

        /** The organisation nearest before a verb, unless it is a possessor of something else. */
        private Optional<Organization> subject(AnnotatedSentence sentence, int verb) {
            for (int i = verb - 1; i >= 0 && i >= verb - 12; i--) {
                Unit unit = sentence.unit(i);
                if (unit.is(Type.ORGANIZATION)) {
                    return Optional.of(unit.valueAs(Organization.class));
                }
                if (unit.word("we") || unit.word("i")) {
                    return Optional.empty();
                }
            }
            return Optional.empty();
        }

        private Kind kind(ModelName model, FrameMatch match, Circumstances circumstances) {
            Kind kind = Kind.of(match.frame().kind());
            if (kind != Kind.RELEASE) {
                return kind;
            }
            String around = near(match);
            if (model.stage() != null || PREVIEW.matcher(around).find()) {
                return Kind.PREVIEW;
            }
            boolean coming = COMING.matcher(match.sentence().sentence().quote()).find();
            return coming || doing(match).status() == Status.RUMORED ? Kind.ANNOUNCE : Kind.RELEASE;
        }

        /** The words of the match and the few around it. */
        private String near(FrameMatch match) {
            int from = Math.max(0, match.from() - 3);
            int to = Math.min(match.sentence().size(), match.to() + 4);
            return match.sentence().text(from, to);
        }

        private void date(ReleaseDraft draft, Circumstances circumstances) {
            Optional<DateFinder.Found> found = circumstances.date();
            if (found.isPresent() && !found.get().future()) {
                draft.occurredOn = found.get().on();
            }
        }

        private double newsworthy(ReleaseDraft draft, Circumstances circumstances, boolean own) {
            FrameMatch match = draft.match;
            double score =
                    switch (match.sentence().sentence().zone()) {
                        case TITLE -> 2.5;
                        case LEAD -> 1.8;
                        case LIST -> 1.6;
                        default -> 0.65;
                    };
            score += circumstances.present(match.from()) ? 0.5 : 0;
            score += titleNames(draft.model) ? 1.0 : 0;
            score += own ? 0.4 : 0;
            score -= circumstances.pluperfect() ? 2.5 : 0;
            score -= circumstances.subordinate(Math.max(0, subjectStart(match))) ? 1.6 : 0;
            boolean old = Circumstances.old(draft.occurredOn, document.publishedOn());
            score -= old ? 4 : 0;
            score += draft.occurredOn != null && !old && document.publishedOn() != null ? 0.8 : 0;
            return score - 1.1;
        }

        private int subjectStart(FrameMatch match) {
            for (int i = match.from() - 1; i >= 0; i--) {
                if (match.sentence().unit(i).is(Type.ORGANIZATION)) {
                    return i;
                }
            }
            return match.from();
        }

        private boolean titleNames(ModelName model) {
            return sentences.stream()
                    .filter(sentence -> sentence.sentence().inTitle())
                    .flatMap(sentence -> sentence.units().stream())
                    .anyMatch(unit -> unit.is(Type.MODEL)
                            && unit.valueAs(ModelName.class)
                                    .reference()
                                    .id()
                                    .equals(model.reference().id()));
        }

        private List<ReleaseDraft> merge(List<ReleaseDraft> drafts) {
            List<ReleaseDraft> sorted = new ArrayList<>(drafts);
            sorted.sort(Comparator.comparingDouble((ReleaseDraft draft) -> -draft.newsworthy)
                    .thenComparing(draft -> -draft.certainty)
                    .thenComparing(ReleaseDraft::sentence));
            List<ReleaseDraft> merged = new ArrayList<>();
            for (ReleaseDraft draft : sorted) {
                merged.stream()
                        .filter(kept -> same(kept, draft))
                        .findFirst()
                        .ifPresentOrElse(kept -> enrich(kept, draft), () -> merged.add(draft));
            }
            merged.forEach(this::finish);
            merged.sort(Comparator.comparingInt(ReleaseDraft::sentence));
            return merged;
        }

        private boolean same(ReleaseDraft kept, ReleaseDraft draft) {
            return kept.modelId().equals(draft.modelId());
        }

        private void enrich(ReleaseDraft kept, ReleaseDraft other) {
            if (kept.occurredOn == null && other.primary()) {
                kept.occurredOn = other.occurredOn;
            }
            boolean stronger = kept.kind == Kind.RELEASE
                    && (other.kind == Kind.PREVIEW || other.kind == Kind.OPEN_WEIGHTS)
                    && other.primary();
            boolean out = kept.kind == Kind.ANNOUNCE
                    && (other.kind == Kind.RELEASE || other.kind == Kind.PREVIEW)
                    && other.primary()
                    && kept.status == Status.CONFIRMED;
            kept.kind = stronger || out ? other.kind : kept.kind;
            if (other.status == Status.REPORTED
                    && kept.status == Status.CONFIRMED
                    && kept.match.sentence().sentence().inTitle()) {
                kept.status = Status.REPORTED;
            }
            kept.certainty = Math.min(0.99, 1 - (1 - kept.certainty) * (1 - 0.6 * other.certainty));
        }

        private void finish(ReleaseDraft draft) {
            if (draft.kind == Kind.RELEASE && opened(draft)) {
                draft.kind = Kind.OPEN_WEIGHTS;
            }
            if (draft.primary()
                    && draft.occurredOn == null
                    && document.publishedOn() != null
                    && draft.kind != Kind.ANNOUNCE) {
                draft.occurredOn = OccurredOn.by(document.publishedOn());
            }
        }

        /** Whether the document says of this model that its weights are to be had. */
        private boolean opened(ReleaseDraft draft) {
            String id = draft.modelId();
            boolean topic = false;
            for (AnnotatedSentence sentence : sentences) {
                String text = sentence.sentence().quote();
                List<ModelName> named = sentence.units().stream()
                        .filter(unit -> unit.is(Type.MODEL))
                        .map(unit -> unit.valueAs(ModelName.class))
                        .filter(model -> !model.bare() || model.reference().id().equals(id))
                        .toList();
                boolean here = named.stream()
                        .anyMatch(model -> model.reference().id().equals(id)
                                || id.startsWith(model.reference().id()));
                topic = here || named.isEmpty() && (topic || sentence.sentence().inTitle());
                if (topic
                        && OPEN.matcher(text).find()
                        && !CLOSED.matcher(text.toLowerCase(Locale.ROOT)).find()
                        && (here || sentence.sentence().zone() != Zone.LIST)) {
                    return true;
                }
            }
            return false;
        }
    }
}
