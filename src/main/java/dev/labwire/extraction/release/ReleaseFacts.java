package dev.labwire.extraction.release;

import dev.labwire.extraction.Benchmark;
import dev.labwire.extraction.frame.Amounts;
import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.Unit;
import dev.labwire.extraction.frame.Unit.Type;
import dev.labwire.extraction.language.Token;
import dev.labwire.extraction.language.Zone;
import dev.labwire.extraction.lexicon.BenchmarkName;
import dev.labwire.extraction.lexicon.ModelName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The figures a document gives for its models: each goes to the model it is said of, and a rival's to nobody else. */
final class ReleaseFacts {

    /** What is known of one model. */
    static final class Sheet {
        @Nullable
        Long contextTokens;

        @Nullable
        Long parameters;

        @Nullable
        String license;

        @Nullable
        Double priceIn;

        @Nullable
        Double priceOut;

        final Map<String, Benchmark> benchmarks = new java.util.LinkedHashMap<>();
    }

    private static final Pattern LICENSE = Pattern.compile(
            "\\b(modified MIT|MIT|Apache(?: License)?[ ,-]*(?:version )?2(?:\\.0)?|CC[- ]BY(?:[- ](?:NC|SA|ND))*(?: \\d\\.\\d)?|(?:\\p{Lu}[\\w.]*(?: \\d(?:\\.\\d)?)? ){1,3}(?:Community|Research|Open|Model|Non-Production|Responsible AI) Licen[cs]e)\\b(?:[- ]licen[cs]\\w*)?");
    private static final Set<String> RIVALRY = Set.of(
            "than",
            "as",
            "over",
            "against",
            "versus",
            "vs",
            "unlike",
            "like",
            "compared",
            "replaces",
            "from",
            "of",
            "above",
            "beats",
            "outperforms",
            "matches",
            "to");
    private static final Set<String> COMPARED = Set.of(
            "against", "versus", "vs", "than", "from", "compared", "up", "over", "above", "behind", "beating", "ahead");

    private final Map<String, Sheet> sheets = new HashMap<>();
    private final Set<String> announced;
    private @Nullable String topic;

    private ReleaseFacts(Set<String> announced) {
        this.announced = announced;
    }

    /** The sheets of the announced models, by model id. */
    static Map<String, Sheet> of(List<AnnotatedSentence> sentences, List<ReleaseDraft> drafts) {
        Set<String> announced = new HashSet<>();
        drafts.stream().filter(ReleaseDraft::primary).forEach(draft -> announced.add(draft.modelId()));
        ReleaseFacts facts = new ReleaseFacts(announced);
        drafts.stream()
                .filter(draft -> draft.model.size() != null)
                .forEach(draft -> facts.sheet(draft.modelId()).parameters = draft.model.size());
        facts.topic = announced.size() == 1 ? announced.iterator().next() : null;
        for (AnnotatedSentence sentence : sentences) {
            if (sentence.sentence().zone() != Zone.BOILERPLATE) {
                facts.read(sentence);
            }
        }
        drafts.stream()
                .filter(draft -> draft.model.size() != null && facts.sheet(draft.modelId()).parameters == null)
                .forEach(draft -> facts.sheet(draft.modelId()).parameters = draft.model.size());
        return facts.sheets;
    }

    private Sheet sheet(String model) {
        return sheets.computeIfAbsent(model, key -> new Sheet());
    }

    private void read(AnnotatedSentence sentence) {
        List<Token> tokens = sentence.sentence().tokens();
        benchmarks(sentence);
        prices(sentence);
        for (int i = 0; i < tokens.size(); i++) {
            Optional<Amounts.Amount> amount = Amounts.number(tokens, i);
            if (amount.isPresent()) {
                size(sentence, i, amount.get());
                i = amount.get().to() - 1;
            }
        }
        license(sentence);
        moveTopic(sentence);
    }

    /** The last announced model of a sentence is what the next one goes on about. */
    private void moveTopic(AnnotatedSentence sentence) {
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

    /** The model a figure at a token is said of; empty when it is another's or nobody's. */
    private Optional<String> modelAt(AnnotatedSentence sentence, int token) {
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
    private static boolean rival(AnnotatedSentence sentence, Unit model) {
        List<Unit> units = sentence.units();
        int at = units.indexOf(model);
        for (int i = Math.max(0, at - 4); i < at; i++) {
            if (RIVALRY.contains(units.get(i).norm())) {
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
                .map(ReleaseFacts::id)
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

    private void benchmarks(AnnotatedSentence sentence) {
        Set<Integer> used = new HashSet<>();
        List<Token> tokens = sentence.sentence().tokens();
        for (int u = 0; u < sentence.size(); u++) {
            Unit unit = sentence.unit(u);
            if (!unit.is(Type.BENCHMARK)) {
                continue;
            }
            BenchmarkName benchmark = unit.valueAs(BenchmarkName.class);
            int at = scoreBefore(tokens, unit.from(), used);
            if (at < 0) {
                int limit = u + 1 < sentence.size() ? nextBenchmark(sentence, u + 1) : tokens.size();
                at = scoreAfter(tokens, unit.to(), limit, used);
            }
            if (at >= 0 && inRange(number(tokens.get(at)), benchmark)) {
                used.add(at);
                int place = at;
                modelAt(sentence, place).ifPresent(model -> sheet(model)
                        .benchmarks
                        .putIfAbsent(
                                benchmark.name(),
                                new Benchmark(benchmark.name(), number(tokens.get(place)), benchmark.unit())));
            }
        }
    }

    private static int nextBenchmark(AnnotatedSentence sentence, int from) {
        for (int u = from; u < sentence.size(); u++) {
            if (sentence.unit(u).is(Type.BENCHMARK)) {
                return sentence.unit(u).from();
            }
        }
        return sentence.sentence().tokens().size();
    }

    /** "59.4% on GPQA": the figure left of a benchmark, a preposition between. */
    private static int scoreBefore(List<Token> tokens, int from, Set<Integer> used) {
        boolean preposition = false;
        for (int i = from - 1; i >= 0 && i >= from - 9; i--) {
            Token token = tokens.get(i);
            if (Set.of("on", "in", "at", "of", "for").contains(token.norm())) {
                preposition = true;
            } else if (figure(token)) {
                return preposition && !used.contains(i) && !compared(tokens, i) && !quantity(tokens, i) ? i : -1;
            } else if (Set.of(",", ";", "and", "(").contains(token.norm())) {
                return -1;
            }
        }
        return -1;
    }

    private static int scoreAfter(List<Token> tokens, int from, int limit, Set<Integer> used) {
        for (int i = from; i < limit && i < from + 14; i++) {
            Token token = tokens.get(i);
            if (figure(token)
                    && !used.contains(i)
                    && !compared(tokens, i)
                    && !quantity(tokens, i)
                    && !modelPart(tokens, i)) {
                return i;
            }
            if (token.is(";")) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean figure(Token token) {
        return token.norm().matches("\\d{1,4}(?:\\.\\d{1,2})?");
    }

    private static boolean modelPart(List<Token> tokens, int i) {
        return i > 0
                && (tokens.get(i - 1).is("-") && !tokens.get(i).spaced()
                        || tokens.get(i - 1).capitalized()
                                && tokens.get(i).spaced()
                                && !(i + 1 < tokens.size() && tokens.get(i + 1).is("%")));
    }

    private static boolean compared(List<Token> tokens, int i) {
        return i > 0 && COMPARED.contains(tokens.get(i - 1).norm());
    }

    private static boolean quantity(List<Token> tokens, int i) {
        return i + 1 < tokens.size()
                        && Set.of(
                                        "billion",
                                        "million",
                                        "trillion",
                                        "tokens",
                                        "parameters",
                                        "times",
                                        "tasks",
                                        "issues",
                                        "hours",
                                        "months",
                                        "percent-cheaper",
                                        "public")
                                .contains(tokens.get(i + 1).norm())
                || i > 0 && tokens.get(i - 1).is("$");
    }

    private static double number(Token token) {
        return Double.parseDouble(token.norm());
    }

    private static boolean inRange(double value, BenchmarkName benchmark) {
        return switch (benchmark.unit()) {
            case "%" -> value <= 100;
            case "Elo" -> value >= 500 && value <= 3000;
            default -> true;
        };
    }

    private void prices(AnnotatedSentence sentence) {
        List<Token> tokens = sentence.sentence().tokens();
        List<Unit> money =
                sentence.units().stream().filter(unit -> unit.is(Type.MONEY)).toList();
        boolean listedPair = sentence.sentence().zone() == Zone.LIST
                && money.size() == 2
                && money.get(1).from() - money.get(0).to() == 1
                && sentence.unit(0).is(Type.MODEL);
        Optional<Double> sentenceScale = money.stream()
                .map(unit -> perTokens(tokens, unit.to(), tokens.size()))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> listedPair ? Optional.of(1.0) : Optional.empty());
        for (int m = 0; m < money.size(); m++) {
            Unit unit = money.get(m);
            int limit = m + 1 < money.size() ? money.get(m + 1).from() : tokens.size();
            Optional<Double> scale = perTokens(tokens, unit.to(), tokens.size())
                    .or(() -> unit.valueAs(Double.class) < 500 ? sentenceScale : Optional.empty());
            if (scale.isEmpty() || oldPrice(tokens, unit.from())) {
                continue;
            }
            double price = Math.round(unit.valueAs(Double.class) * scale.get() * 1e6) / 1e6;
            boolean paired = m + 1 < money.size()
                    && money.get(m + 1).from() - unit.to() <= 2
                    && perTokens(tokens, money.get(m + 1).to(), tokens.size()).isPresent();
            boolean second = m > 0 && unit.from() - money.get(m - 1).to() <= 2;
            Optional<String> model = modelAt(sentence, unit.from());
            String direction = paired ? "in" : second ? "out" : direction(tokens, unit, limit);
            model.map(this::sheet).ifPresent(sheet -> {
                if (direction.equals("in") && sheet.priceIn == null) {
                    sheet.priceIn = price;
                } else if (direction.equals("out") && sheet.priceOut == null) {
                    sheet.priceOut = price;
                }
            });
        }
    }

    /** "was $10.00", "down from $15". */
    private static boolean oldPrice(List<Token> tokens, int at) {
        return at > 0
                && Set.of("was", "from", "were", "previously", "than")
                        .contains(tokens.get(at - 1).norm());
    }

    /** What a price per so many tokens must be multiplied with to be one per million. */
    private static Optional<Double> perTokens(List<Token> tokens, int from, int limit) {
        for (int i = from; i < Math.min(limit, from + 7); i++) {
            String word = tokens.get(i).norm();
            boolean per = word.equals("per") || word.equals("/") || word.equals("a") || word.equals("for");
            if (per && i + 1 < tokens.size()) {
                String unit = tokens.get(i + 1).norm();
                int next = unit.equals("one") || unit.equals("1") || unit.equals("every") ? i + 2 : i + 1;
                String scale = next < tokens.size() ? tokens.get(next).norm() : "";
                if (scale.equals("million")
                        || scale.equals("1m")
                        || scale.equals("m")
                        || scale.equals("mtok")
                        || scale.equals("1,000,000")) {
                    return Optional.of(1.0);
                }
                if (scale.equals("1,000") || scale.equals("1k") || scale.equals("thousand") || scale.equals("1000")) {
                    return Optional.of(1000.0);
                }
            }
        }
        return Optional.empty();
    }

    private static String direction(List<Token> tokens, Unit unit, int limit) {
        for (int i = unit.to(); i < Math.min(limit, unit.to() + 10); i++) {
            String word = tokens.get(i).norm();
            if (Set.of("cached", "batch", "cache").contains(word)) {
                return "";
            }
            if (Set.of("input", "in", "prompt", "inputs").contains(word)) {
                return "in";
            }
            if (Set.of("output", "out", "completion", "outputs", "generated").contains(word)) {
                return "out";
            }
            if (Set.of("and", ",", ";", "(").contains(word)) {
                break;
            }
        }
        for (int i = unit.from() - 1; i >= Math.max(0, unit.from() - 3); i--) {
            String word = tokens.get(i).norm();
            if (word.startsWith("input") || word.startsWith("output")) {
                return word.startsWith("input") ? "in" : "out";
            }
        }
        return "in";
    }

    /** A figure of tokens or parameters. */
    private void size(AnnotatedSentence sentence, int at, Amounts.Amount amount) {
        List<Token> tokens = sentence.sentence().tokens();
        int next = amount.to() < tokens.size() && tokens.get(amount.to()).is("-") ? amount.to() + 1 : amount.to();
        String word = next < tokens.size() ? tokens.get(next).norm() : "";
        String second = next + 1 < tokens.size() ? tokens.get(next + 1).norm() : "";
        boolean parameters = word.startsWith("parameter")
                || second.startsWith("parameter") && !word.equals("active") && !word.equals("activated");
        if (parameters && amount.value() >= 1e6) {
            modelAt(sentence, at)
                    .map(this::sheet)
                    .filter(sheet -> sheet.parameters == null)
                    .ifPresent(sheet -> sheet.parameters = Math.round(amount.value()));
        } else if (amount.value() >= 1000 && amount.value() <= 1e8 && context(tokens, at, next)) {
            modelAt(sentence, at)
                    .map(this::sheet)
                    .filter(sheet -> sheet.contextTokens == null)
                    .ifPresent(sheet -> sheet.contextTokens = Math.round(amount.value()));
        } else if (bracketedSize(tokens, at) && amount.value() >= 1e8) {
            modelAt(sentence, at)
                    .map(this::sheet)
                    .filter(sheet -> sheet.parameters == null)
                    .ifPresent(sheet -> sheet.parameters = Math.round(amount.value()));
        }
    }

    /** "Devstral (24B, Apache 2.0)" and "has 24B parameters". */
    private static boolean bracketedSize(List<Token> tokens, int at) {
        return at > 0 && tokens.get(at - 1).is("(") && tokens.get(at).norm().matches("\\d+(\\.\\d+)?b");
    }

    private static boolean context(List<Token> tokens, int at, int next) {
        String word = next < tokens.size() ? tokens.get(next).norm() : "";
        boolean ofTokens = word.startsWith("token");
        boolean about = false;
        for (int i = Math.max(0, at - 8); i < Math.min(tokens.size(), next + 7); i++) {
            String near = tokens.get(i).norm();
            if (i > next && i < next + 7 && near.equals(",")) {
                break;
            }
            about |= near.equals("context") || near.equals("window");
            if (Math.abs(i - next) <= 2
                    && (near.equals("output") || near.equals("per") || near.equals("below") || near.equals("fewer"))) {
                return false;
            }
        }
        boolean upTo =
                at > 1 && tokens.get(at - 1).is("to") && tokens.get(at - 2).is("up") && ofTokens && takesIn(tokens, at);
        boolean figure = ofTokens || tokens.get(at).norm().matches("\\d+(\\.\\d+)?[km]");
        return figure && about || upTo;
    }

    private static boolean takesIn(List<Token> tokens, int at) {
        for (int i = Math.max(0, at - 6); i < at; i++) {
            if (Set.of(
                            "reads",
                            "read",
                            "accepts",
                            "accept",
                            "takes",
                            "handles",
                            "handle",
                            "processes",
                            "process",
                            "ingest",
                            "ingests",
                            "in",
                            "supports")
                    .contains(tokens.get(i).norm())) {
                return true;
            }
        }
        return false;
    }

    private void license(AnnotatedSentence sentence) {
        Matcher matcher = LICENSE.matcher(sentence.sentence().quote());
        while (matcher.find()) {
            String name = matcher.group(1);
            boolean mitAlone = name.equals("MIT")
                    && !sentence.sentence()
                            .quote()
                            .substring(matcher.start())
                            .matches("(?s)MIT(?:[ -]licen[cs]|\\b.{0,3}$|[,;)]).*");
            if (mitAlone) {
                continue;
            }
            int token = tokenAt(sentence, sentence.sentence().start() + matcher.start());
            modelAt(sentence, token)
                    .map(this::sheet)
                    .filter(sheet -> sheet.license == null)
                    .ifPresent(sheet -> sheet.license = canonical(name));
        }
    }

    private static String canonical(String license) {
        return license.startsWith("Apache") ? "Apache 2.0" : license.startsWith("modified") ? "Modified MIT" : license;
    }

    private static int tokenAt(AnnotatedSentence sentence, int position) {
        List<Token> tokens = new ArrayList<>(sentence.sentence().tokens());
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).end() > position) {
                return i;
            }
        }
        return tokens.size() - 1;
    }
}
