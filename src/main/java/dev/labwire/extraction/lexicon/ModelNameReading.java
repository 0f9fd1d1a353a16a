package dev.labwire.extraction.lexicon;

import dev.labwire.extraction.ModelReference;
import dev.labwire.extraction.language.Token;
import dev.labwire.extraction.lexicon.Gazetteer.Hit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One attempt to read a model's name from a token on. */
final class ModelNameReading {

    /** "v4": a version that says so */
    private static final Pattern LETTERED = Pattern.compile("v\\d+(?:\\.\\d+)?");

    private final ModelFamily family;
    private final Map<String, String> tiers;
    private final List<Token> tokens;
    private final int start;
    /** an identifier in lower case, where a hyphen stands for a blank or a dot */
    private final boolean identifier;

    private final List<String> parts = new ArrayList<>();
    private final List<String> separators = new ArrayList<>();
    private int versions;
    private int variants;
    private @Nullable String stage;
    private @Nullable Long size;
    private @Nullable String tier;
    private @Nullable String version;

    /** A reading from token {@code start} on; {@code tiers} are the family's own, by lower-case name. */
    ModelNameReading(ModelFamily family, Map<String, String> tiers, List<Token> tokens, int start) {
        this.family = family;
        this.tiers = tiers;
        this.tokens = tokens;
        this.start = start;
        this.identifier = tokens.get(start).text().equals(tokens.get(start).norm());
    }

    /** Adds the version that is written in one word with the head. */
    void addVersion(String written) {
        add(written, "", 1);
        versions++;
        version = written;
    }

    /** The name whose head takes that many tokens, and how many it takes as a whole. */
    Optional<Hit<ModelName>> from(int headLength) {
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
        if (bare
                && !tokens.get(start).caseless()
                && !tokens.get(start).text().chars().anyMatch(Character::isUpperCase)) {
            return Optional.empty();
        }
        return Optional.of(new Hit<>(length, name(bare)));
    }

    private ModelName name(boolean bare) {
        String familyName = tier != null && family.loneTiers() ? family.family() + " " + tier : family.family();
        ModelNameSpelling spelling = new ModelNameSpelling(family, identifier, parts, separators);
        spelling.orderTier(tier, version);
        ModelReference reference = new ModelReference(spelling.slug(), spelling.name(), familyName);
        return new ModelName(reference, family.owner(), stage, bare, size);
    }

    /** How many tokens the part at {@code at} takes; 0 when it is none. */
    private int take(int at, String separator) {
        int tierLength = takeTier(at, separator);
        if (tierLength > 0) {
            return tierLength;
        }
        Token token = tokens.get(at);
        if (stageFits(token, separator)) {
            return takeStage(token, separator);
        }
        if (separator.equals("-") && ModelNameParts.BUILD.matcher(token.norm()).matches()) {
            return 1;
        }
        if (decimal(token, separator)) {
            return joinDecimal(token);
        }
        return takeFigure(at, separator);
    }

    private int takeTier(int at, String separator) {
        String norm = tokens.get(at).norm();
        boolean more = at + 1 < tokens.size();
        String two = more
                ? norm
                        + (tokens.get(at + 1).is("+") ? "" : " ")
                        + tokens.get(at + 1).norm()
                : "";
        String named = tiers.containsKey(two) ? two : norm;
        boolean letter = tokens.get(at).text().length() == 1 && tokens.get(at).capitalized() && parts.isEmpty();
        if (!tiers.containsKey(named) || !letter && !variantFits(at, separator)) {
            return 0;
        }
        tier = tiers.get(named);
        return add(tiers.get(named), separator, named.equals(two) ? 2 : 1);
    }

    private boolean stageFits(Token token, String separator) {
        return ModelNameParts.STAGES.contains(token.norm())
                && (!parts.isEmpty() || family.bareIsModel())
                && (token.capitalized() || separator.equals("-"));
    }

    private int takeStage(Token token, String separator) {
        stage = token.norm();
        return separator.equals("-") && family.letterVersion() ? add(token.text(), separator, 1) : 1;
    }

    private int takeFigure(int at, String separator) {
        Token token = tokens.get(at);
        if (ModelNameParts.SIZE.matcher(token.norm()).matches() && !followedByMoneyOrUnit(at)) {
            return takeSize(token, separator);
        }
        if (separator.equals("-") && ModelNameParts.STAMP.matcher(token.norm()).matches() && !parts.isEmpty()) {
            return add(token.norm(), separator, 1);
        }
        if (ModelNameParts.VERSION.matcher(token.norm()).matches() && versions < 2 && !followedByMoneyOrUnit(at)) {
            return takeVersion(token, separator);
        }
        if (ModelNameParts.VARIANTS.contains(token.norm()) && variantFits(at, separator) && variants < 3) {
            variants++;
            return add(display(token), separator, 1);
        }
        return 0;
    }

    /** "claude-opus-4-5": in an identifier a hyphen stands for the dot. */
    private boolean decimal(Token token, String separator) {
        return separator.equals("-")
                && identifier
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

    private int takeVersion(Token token, String separator) {
        boolean bareNumber = token.norm().matches("\\d+");
        if (bareNumber && separator.equals(" ") && (Integer.parseInt(token.norm()) > 30 || versions > 0)) {
            return 0;
        }
        if (!bareNumber
                && Character.isLetter(token.norm().charAt(0))
                && !token.capitalized()
                && separator.equals(" ")
                && !LETTERED.matcher(token.norm()).matches()) {
            return 0;
        }
        versions++;
        version = version == null ? token.norm() : version;
        boolean lower = token.numeric();
        return add(lower ? token.text() : capital(token.text()), separator, 1);
    }

    private boolean variantFits(int at, String separator) {
        Token token = tokens.get(at);
        boolean singleLetter = token.norm().length() == 1;
        if (singleLetter) {
            return separator.isBlank()
                    ? token.capitalized() && parts.isEmpty() && !token.is("a")
                    : separator.equals("-") && token.capitalized();
        }
        if (token.is("it") && !separator.equals("-") || medium(at, separator)) {
            return false;
        }
        boolean plainWord = !token.glossed() && !token.text().chars().anyMatch(Character::isUpperCase);
        return !plainWord
                || separator.equals("-")
                || Set.of("mini", "nano").contains(token.norm())
                || parts.size() > 0
                        && Set.of("pro", "lite", "turbo", "flash", "thinking", "high")
                                .contains(token.norm())
                        && versions > 0;
    }

    /** "Sora Video Platform": what a product deals in, not what its model is called. */
    private boolean medium(int at, String separator) {
        return separator.isBlank()
                && parts.isEmpty()
                && Set.of("video", "image", "audio", "speech", "vision")
                        .contains(tokens.get(at).norm())
                && at + 1 < tokens.size()
                && tokens.get(at + 1).capitalized();
    }

    private boolean followedByMoneyOrUnit(int at) {
        if (at + 1 >= tokens.size()) {
            return false;
        }
        Token behind = tokens.get(at + 1);
        if (behind.is("of") && behind.glossed()) {
            return false; // "retira GPT-4 de la API": other languages say with it where something is
        }
        String next = behind.norm();
        return Set.of(
                        "%",
                        "models",
                        "million",
                        "billion",
                        "percent",
                        "tokens",
                        "users",
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
                        "variants")
                .contains(next);
    }

    private static String display(Token token) {
        boolean small = Set.of("mini", "nano").contains(token.norm());
        return small ? token.text() : token.text().equals(token.norm()) ? capital(token.text()) : token.text();
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private int takeSize(Token token, String separator) {
        if (size == null && !token.norm().startsWith("a")) {
            size = ModelNameParts.parameters(token.norm());
        }
        return add(token.text().toUpperCase(Locale.ROOT).replace("X", "x"), separator, 1);
    }

    private int add(String part, String separator, int taken) {
        parts.add(part);
        separators.add(separator);
        return taken;
    }
}
