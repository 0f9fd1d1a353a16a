package dev.labwire.extraction.lexicon;

import dev.labwire.extraction.ModelReference;
import dev.labwire.extraction.language.Token;
import dev.labwire.extraction.language.Tokenizer;
import dev.labwire.text.Slug;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of model names: head, then versions, tiers, sizes, variants, stages and date stamps in any order, with
 * blanks or hyphens between. Immutable; safe for many threads.
 */
public final class ModelNames {

    private static final Pattern VERSION = Pattern.compile("[vmkrt]?\\d{1,2}(?:\\.\\d{1,3}){0,2}[a-z]{0,2}");
    private static final Pattern SIZE = Pattern.compile("(?:\\d{1,2}x)?(?:a|e)?(\\d{1,4}(?:\\.\\d{1,2})?)([bmt])");
    private static final Pattern STAMP = Pattern.compile("(?:0[1-9][0-3]\\d|1[0-2][0-3]\\d|2[3-6][01]\\d)");
    private static final Pattern BUILD = Pattern.compile("20\\d{6}");
    private static final Pattern GLUED = Pattern.compile("([\\p{L}]+)(\\d[\\w.]*)");
    private static final Set<String> VARIANTS = Set.of(
            "mini",
            "nano",
            "micro",
            "lite",
            "flash",
            "pro",
            "ultra",
            "max",
            "turbo",
            "plus",
            "air",
            "heavy",
            "fast",
            "codex",
            "coder",
            "vl",
            "omni",
            "thinking",
            "large",
            "medium",
            "small",
            "tiny",
            "xl",
            "high",
            "audio",
            "image",
            "video",
            "speech",
            "vision",
            "embedding",
            "realtime",
            "live",
            "tts",
            "asr",
            "ocr",
            "math",
            "next",
            "premier",
            "edge",
            "sonic",
            "reasoning",
            "highspeed",
            "spark",
            "base",
            "instruct",
            "chat",
            "it",
            "a",
            "v",
            "r",
            "s",
            "m",
            "k");
    private static final Set<String> STAGES = Set.of("preview", "experimental", "exp", "beta", "alpha", "rc");
    private static final Set<String> SILENT = Set.of("instruct", "base", "chat", "it");

    private final Gazetteer<ModelFamily> heads = new Gazetteer<>();
    private final Map<String, ModelFamily> gluedHeads = new HashMap<>();
    private final Map<String, ModelFamily> loneTiers = new HashMap<>();
    private final Map<ModelFamily, Map<String, String>> tiers = new HashMap<>();

    public ModelNames(List<ModelFamily> families) {
        for (ModelFamily family : families) {
            List<String> spellings = new ArrayList<>(family.aliases());
            spellings.add(0, family.family());
            for (String spelling : spellings) {
                if (!family.letterVersion()) {
                    heads.add(spelling, family);
                    heads.add(spelling.toLowerCase(Locale.ROOT) + "\u0000", family);
                }
                gluedHeads.putIfAbsent(spelling.toLowerCase(Locale.ROOT), family);
            }
            Map<String, String> ownTiers = new HashMap<>();
            for (String tier : family.tiers()) {
                if (STAGES.contains(tier.toLowerCase(Locale.ROOT))) {
                    continue;
                }
                ownTiers.put(tier.toLowerCase(Locale.ROOT), tier);
                if (family.loneTiers()) {
                    loneTiers.putIfAbsent(tier.toLowerCase(Locale.ROOT), family);
                }
            }
            tiers.put(family, ownTiers);
        }
    }

    /** The model name that starts at a token, and how many tokens it takes. */
    public Optional<Gazetteer.Hit<ModelName>> at(List<Token> tokens, int from) {
        Token first = tokens.get(from);
        Gazetteer.Hit<ModelFamily> head = heads.at(tokens, from);
        Optional<Gazetteer.Hit<ModelName>> found = Optional.empty();
        if (head != null) {
            found = inner(tokens, from, head);
        }
        if (head != null && found.isEmpty()) {
            found = new Reading(head.value(), tokens, from).from(head.length());
        }
        if (found.isEmpty()) {
            found = glued(tokens, from, first);
        }
        if (found.isEmpty() && first.capitalized() && loneTiers.containsKey(first.norm())) {
            ModelFamily family = loneTiers.get(first.norm());
            found = new Reading(family, tokens, from)
                    .from(0)
                    .filter(hit -> !hit.value().bare() && hit.length() > 1);
        }
        if (found.isEmpty()) {
            found = lowerCaseId(tokens, from, first);
        }
        return found;
    }

    /** "MiniMax-Hailuo-02": behind its maker's first family stands the one that the model belongs to. */
    private Optional<Gazetteer.Hit<ModelName>> inner(List<Token> tokens, int from, Gazetteer.Hit<ModelFamily> outer) {
        int next = from + outer.length();
        boolean hyphen = next + 1 < tokens.size() && tokens.get(next).is("-");
        int at = hyphen ? next + 1 : next;
        if (at >= tokens.size()) {
            return Optional.empty();
        }
        Gazetteer.Hit<ModelFamily> head = heads.at(tokens, at);
        boolean sameMaker = head != null
                && !head.value().equals(outer.value())
                && head.value().owner().equals(outer.value().owner());
        if (!sameMaker
                || outer.value().tiers().stream()
                                .anyMatch(tier ->
                                        tier.equalsIgnoreCase(head.value().family()))
                        && !hyphen) {
            return Optional.empty();
        }
        int before = at - from;
        return new Reading(head.value(), tokens, at)
                .from(head.length())
                .filter(hit -> !hit.value().bare())
                .map(hit -> new Gazetteer.Hit<>(hit.length() + before, hit.value()));
    }

    /** "Qwen2.5", "o3", "gpt4": head and version in one token. */
    private Optional<Gazetteer.Hit<ModelName>> glued(List<Token> tokens, int from, Token first) {
        Matcher parts = GLUED.matcher(first.norm());
        if (!parts.matches()) {
            return Optional.empty();
        }
        ModelFamily family = gluedHeads.get(parts.group(1));
        if (family == null
                || !VERSION.matcher(parts.group(2)).matches()
                        && !SIZE.matcher(parts.group(2)).matches()) {
            return Optional.empty();
        }
        if (family.letterVersion() && !first.text().equals(first.norm())) {
            return Optional.empty();
        }
        if (!family.letterVersion() && parts.group(1).length() < 2) {
            return Optional.empty();
        }
        Reading reading = new Reading(family, tokens, from);
        reading.add(parts.group(2), "", true);
        return reading.from(1);
    }

    /** "gpt-4o-mini", "grok-4": an identifier in lower case needs a hyphen and a figure. */
    private Optional<Gazetteer.Hit<ModelName>> lowerCaseId(List<Token> tokens, int from, Token first) {
        ModelFamily family = gluedHeads.get(first.norm());
        boolean id = family != null
                && !family.letterVersion()
                && first.text().equals(first.norm())
                && from + 2 < tokens.size()
                && tokens.get(from + 1).is("-")
                && !tokens.get(from + 1).spaced()
                && !tokens.get(from + 2).spaced();
        return id
                ? new Reading(family, tokens, from)
                        .from(1)
                        .filter(hit -> hit.value().reference().name().matches(".*\\d.*"))
                : Optional.empty();
    }

    /** One attempt to read a name. */
    private final class Reading {
        private final ModelFamily family;
        private final List<Token> tokens;
        private final int start;
        private final List<String> parts = new ArrayList<>();
        private final List<String> separators = new ArrayList<>();
        private int versions;
        private int variants;
        private @Nullable String stage;
        private @Nullable Long size;
        private @Nullable String tier;
        private @Nullable String version;

        Reading(ModelFamily family, List<Token> tokens, int start) {
            this.family = family;
            this.tokens = tokens;
            this.start = start;
        }

        Optional<Gazetteer.Hit<ModelName>> from(int headLength) {
            int at = start + headLength;
            while (at < tokens.size()) {
                boolean hyphen = at > start
                        && tokens.get(at).norm().equals("-")
                        && !tokens.get(at).spaced();
                int word = hyphen ? at + 1 : at;
                if (word >= tokens.size() || hyphen && tokens.get(word).spaced() || parts.size() > 6) {
                    break;
                }
                int taken = take(word, hyphen ? "-" : tokens.get(word).spaced() ? " " : "");
                if (taken == 0) {
                    break;
                }
                at = word + taken;
            }
            int length = at - start;
            boolean plan = family.bare().equals("product") && versions == 0 && tier == null && size == null;
            boolean bare = parts.isEmpty() || plan;
            if (length == 0 || bare && family.bare().equals("none")) {
                return Optional.empty();
            }
            if (bare && !tokens.get(start).text().chars().anyMatch(Character::isUpperCase)) {
                return Optional.empty();
            }
            return Optional.of(new Gazetteer.Hit<>(length, name(bare)));
        }

        /** How many tokens the part at {@code at} takes; 0 when it is none. */
        private int take(int at, String separator) {
            Token token = tokens.get(at);
            String two = at + 1 < tokens.size()
                    ? token.norm() + " " + tokens.get(at + 1).norm()
                    : "";
            Map<String, String> own = tiers.getOrDefault(family, Map.of());
            if (own.containsKey(two) && variantFits(at, separator)) {
                tier = own.get(two);
                return addAs(own.get(two), separator, 2);
            }
            if (own.containsKey(token.norm()) && variantFits(at, separator)) {
                tier = own.get(token.norm());
                return addAs(own.get(token.norm()), separator, 1);
            }
            if (STAGES.contains(token.norm())
                    && (parts.isEmpty() ? family.bareIsModel() : true)
                    && (token.capitalized() || separator.equals("-"))) {
                stage = token.norm();
                if (separator.equals("-") && family.letterVersion()) {
                    return addAs(token.text(), separator, 1);
                }
                return 1;
            }
            if (separator.equals("-") && BUILD.matcher(token.norm()).matches()) {
                return 1;
            }
            if (decimal(token, separator)) {
                return joinDecimal(token);
            }
            if (SIZE.matcher(token.norm()).matches() && !followedByMoneyOrUnit(at)) {
                return takeSize(token, separator);
            }
            if (separator.equals("-") && STAMP.matcher(token.norm()).matches() && !parts.isEmpty()) {
                return addAs(token.norm(), separator, 1);
            }
            if (VERSION.matcher(token.norm()).matches() && versions < 2 && !followedByMoneyOrUnit(at)) {
                return takeVersion(token, separator, at);
            }
            if (VARIANTS.contains(token.norm()) && variantFits(at, separator) && variants < 3) {
                variants++;
                return addAs(display(token), separator, 1);
            }
            return 0;
        }

        /** "claude-opus-4-5": in an identifier a hyphen stands for the dot. */
        private boolean decimal(Token token, String separator) {
            return separator.equals("-")
                    && lowerCaseId()
                    && token.norm().matches("\\d{1,2}")
                    && !parts.isEmpty()
                    && parts.get(parts.size() - 1).equals(version)
                    && version.matches("\\d{1,2}");
        }

        private int joinDecimal(Token token) {
            version = version + "." + token.norm();
            parts.set(parts.size() - 1, version);
            return 1;
        }

        private int takeVersion(Token token, String separator, int at) {
            boolean bareNumber = token.norm().matches("\\d+");
            if (bareNumber && separator.equals(" ") && (Integer.parseInt(token.norm()) > 30 || versions > 0)) {
                return 0;
            }
            if (!bareNumber
                    && Character.isLetter(token.norm().charAt(0))
                    && !token.capitalized()
                    && separator.equals(" ")) {
                return 0;
            }
            versions++;
            version = version == null ? token.norm() : version;
            boolean lower = token.numeric();
            return addAs(lower ? token.text() : capital(token.text()), separator, 1);
        }

        private int takeSize(Token token, String separator) {
            Matcher matcher = SIZE.matcher(token.norm());
            if (matcher.matches() && size == null && !token.norm().startsWith("a")) {
                double unit =
                        switch (matcher.group(2)) {
                            case "b" -> 1e9;
                            case "t" -> 1e12;
                            default -> 1e6;
                        };
                long experts = token.norm().contains("x")
                        ? Long.parseLong(token.norm().substring(0, token.norm().indexOf('x')))
                        : 1;
                size = Math.round(Double.parseDouble(matcher.group(1)) * unit * experts);
            }
            return addAs(token.text().toUpperCase(Locale.ROOT).replace("X", "x"), separator, 1);
        }

        private boolean variantFits(int at, String separator) {
            Token token = tokens.get(at);
            boolean singleLetter = token.norm().length() == 1;
            if (singleLetter) {
                return separator.isBlank()
                        ? token.capitalized() && !parts.isEmpty() == false && !token.is("a")
                        : separator.equals("-") && token.capitalized();
            }
            if (token.is("it") && !separator.equals("-")) {
                return false;
            }
            boolean plainWord = !token.text().chars().anyMatch(Character::isUpperCase);
            return !plainWord
                    || separator.equals("-")
                    || Set.of("mini", "nano").contains(token.norm())
                    || parts.size() > 0
                            && Set.of("pro", "lite", "turbo", "flash", "thinking", "high")
                                    .contains(token.norm())
                            && versions > 0;
        }

        private boolean followedByMoneyOrUnit(int at) {
            if (at + 1 >= tokens.size()) {
                return false;
            }
            String next = tokens.get(at + 1).norm();
            return Set.of(
                            "%",
                            "million",
                            "billion",
                            "percent",
                            "tokens",
                            "users",
                            "models",
                            "points",
                            "times",
                            "per",
                            "of",
                            "years",
                            "months",
                            "weeks",
                            "days",
                            "hours",
                            "minutes",
                            "parameters",
                            "new",
                            "variants")
                    .contains(next);
        }

        private int addAs(String part, String separator, int taken) {
            add(part, separator, false);
            return taken;
        }

        void add(String part, String separator, boolean isVersion) {
            parts.add(part);
            separators.add(separator);
            if (isVersion) {
                versions++;
                version = part;
            }
        }

        private ModelName name(boolean bare) {
            List<String> kept = new ArrayList<>();
            List<String> joints = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                boolean silent =
                        SILENT.contains(parts.get(i).toLowerCase(Locale.ROOT)) && i == parts.size() - 1 && i > 0;
                if (!silent) {
                    kept.add(parts.get(i));
                    joints.add(separators.get(i));
                }
            }
            orderTier(kept);
            StringBuilder written = new StringBuilder(family.family());
            for (int i = 0; i < kept.size(); i++) {
                written.append(joint(i, joints.get(i))).append(kept.get(i));
            }
            String name = written.toString();
            String familyName = tier != null && family.loneTiers() ? family.family() + " " + tier : family.family();
            return new ModelName(new ModelReference(slug(kept), name, familyName), family.owner(), stage, bare, size);
        }

        private String joint(int i, String separator) {
            if (i == 0) {
                return family.letterVersion()
                        ? ""
                        : family.separator().equals("-")
                                ? "-"
                                : separator.equals("-") && !family.separator().equals(" ")
                                        ? "-"
                                        : separator.isEmpty()
                                                ? ""
                                                : separator.equals("-") && lowerCaseId() ? " " : separator;
            }
            return separator.isEmpty()
                    ? "-"
                    : separator.equals("-")
                                    && lowerCaseId()
                                    && !family.separator().equals("-")
                            ? " "
                            : separator;
        }

        private boolean lowerCaseId() {
            return tokens.get(start).text().equals(tokens.get(start).norm());
        }

        /** Some families changed from "Claude 3 Opus" to "Claude Opus 4": one order for each version. */
        private void orderTier(List<String> kept) {
            Integer since = family.tierFirstFrom();
            if (since == null || tier == null || version == null || kept.size() < 2) {
                return;
            }
            int major =
                    Integer.parseInt(version.replaceAll("\\D.*", "").isEmpty() ? "0" : version.replaceAll("\\D.*", ""));
            int tierAt = kept.indexOf(tier);
            int versionAt = kept.indexOf(version);
            if (tierAt >= 0
                    && versionAt >= 0
                    && (major >= since) == (tierAt > versionAt)
                    && Math.abs(tierAt - versionAt) == 1) {
                kept.set(versionAt, tier);
                kept.set(tierAt, version);
            }
        }

        private String slug(List<String> kept) {
            String joined = family.family() + " " + String.join(" ", kept);
            return Slug.of(family.letterVersion() ? family.family() + String.join(" ", kept) : joined)
                    .replaceAll("(?<=[a-z])-(?=\\d)", "-");
        }

        private static String display(Token token) {
            boolean small = Set.of("mini", "nano").contains(token.norm());
            return small ? token.text() : token.text().equals(token.norm()) ? capital(token.text()) : token.text();
        }

        private static String capital(String word) {
            return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
        }
    }

    /** The model that a whole text names. */
    public Optional<ModelName> named(String text) {
        List<Token> tokens = Tokenizer.tokens(text);
        return tokens.isEmpty()
                ? Optional.empty()
                : at(tokens, 0).filter(hit -> hit.length() == tokens.size()).map(Gazetteer.Hit::value);
    }
}
