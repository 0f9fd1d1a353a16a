package dev.labwire.extraction.lexicon;

import dev.labwire.extraction.language.Idiom;
import dev.labwire.extraction.language.Token;
import dev.labwire.extraction.lexicon.Gazetteer.Hit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The grammar of model names: head, then versions, tiers, sizes, variants, stages and date stamps in any order, with
 * blanks or hyphens between. Immutable; safe for many threads.
 */
public final class ModelNames {

    private static final Pattern GLUED = Pattern.compile("(\\p{L}+)\\.?(\\d[\\w.]*)");

    private final Gazetteer<ModelFamily> heads;
    private final Idiom idiom;
    private final Map<String, ModelFamily> gluedHeads = new HashMap<>();
    private final Map<String, ModelFamily> loneTiers = new HashMap<>();
    private final Map<ModelFamily, Map<String, String>> tiers = new HashMap<>();

    /** Names as English texts are cut. */
    public ModelNames(List<ModelFamily> families) {
        this(families, Idiom.ENGLISH);
    }

    /** Names as texts of another language are cut. */
    public ModelNames(List<ModelFamily> families, Idiom idiom) {
        this.idiom = idiom;
        this.heads = new Gazetteer<>(idiom);
        for (ModelFamily family : families) {
            addHead(family.family(), family);
            family.aliases().forEach(alias -> addHead(alias, family));
            addTiers(family);
        }
    }

    private void addHead(String spelling, ModelFamily family) {
        String lower = spelling.toLowerCase(Locale.ROOT);
        if (!family.letterVersion()) {
            heads.add(spelling, family);
        }
        gluedHeads.putIfAbsent(lower, family);
    }

    private void addTiers(ModelFamily family) {
        Map<String, String> own = new HashMap<>();
        for (String tier : family.tiers()) {
            String lower = tier.toLowerCase(Locale.ROOT);
            if (!ModelNameParts.STAGES.contains(lower)) {
                own.put(lower, tier);
                if (family.loneTiers()) {
                    loneTiers.putIfAbsent(lower, family);
                }
            }
        }
        tiers.put(family, own);
    }

    /** The words that names begin with, but for those that have figures in them. */
    public Set<String> beginnings() {
        Set<String> beginnings = new HashSet<>(heads.beginnings());
        beginnings.addAll(gluedHeads.keySet());
        beginnings.addAll(loneTiers.keySet());
        return beginnings;
    }

    /** The model name that starts at a token, and how many tokens it takes. */
    public Optional<Hit<ModelName>> at(List<Token> tokens, int from) {
        Token first = tokens.get(from);
        Hit<ModelFamily> head = heads.at(tokens, from);
        Optional<Hit<ModelName>> found = Optional.empty();
        if (head != null) {
            found = inner(tokens, from, head);
        }
        if (head != null && found.isEmpty()) {
            found = reading(head.value(), tokens, from).from(head.length());
        }
        if (found.isEmpty()) {
            found = glued(tokens, from, first);
        }
        if (found.isEmpty() && first.capitalized() && loneTiers.containsKey(first.norm())) {
            ModelFamily family = loneTiers.get(first.norm());
            found = reading(family, tokens, from)
                    .from(0)
                    .filter(hit -> !hit.value().bare() && hit.length() > 1);
        }
        if (found.isEmpty()) {
            found = lowerCaseId(tokens, from, first);
        }
        return found;
    }

    /** "MiniMax-Hailuo-02": behind its maker's first family stands the one that the model belongs to. */
    private Optional<Hit<ModelName>> inner(List<Token> tokens, int from, Hit<ModelFamily> outer) {
        int next = from + outer.length();
        boolean hyphen = next + 1 < tokens.size() && tokens.get(next).is("-");
        int at = hyphen ? next + 1 : next;
        if (at >= tokens.size()) {
            return Optional.empty();
        }
        Hit<ModelFamily> head = heads.at(tokens, at);
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
        return reading(head.value(), tokens, at)
                .from(head.length())
                .filter(hit -> !hit.value().bare())
                .map(hit -> new Hit<>(hit.length() + before, hit.value()));
    }

    /** "Qwen2.5", "o3", "gpt4": head and version in one token. */
    private Optional<Hit<ModelName>> glued(List<Token> tokens, int from, Token first) {
        if (first.norm().chars().noneMatch(Character::isDigit)) {
            return Optional.empty();
        }
        Matcher parts = GLUED.matcher(first.norm());
        if (!parts.matches()) {
            return Optional.empty();
        }
        ModelFamily family = gluedHeads.get(parts.group(1));
        if (family == null
                || !ModelNameParts.VERSION.matcher(parts.group(2)).matches()
                        && !ModelNameParts.SIZE.matcher(parts.group(2)).matches()) {
            return Optional.empty();
        }
        if (family.letterVersion() && !first.text().equals(first.norm())) {
            return Optional.empty();
        }
        if (!family.letterVersion() && parts.group(1).length() < 2) {
            return Optional.empty();
        }
        ModelNameReading reading = reading(family, tokens, from);
        reading.addVersion(parts.group(2));
        return reading.from(1);
    }

    /** "gpt-4o-mini", "grok-4": an identifier in lower case needs a hyphen and a figure. */
    private Optional<Hit<ModelName>> lowerCaseId(List<Token> tokens, int from, Token first) {
        ModelFamily family = gluedHeads.get(first.norm());
        boolean id = family != null
                && !family.letterVersion()
                && first.text().equals(first.norm())
                && from + 2 < tokens.size()
                && tokens.get(from + 1).is("-")
                && !tokens.get(from + 1).spaced()
                && !tokens.get(from + 2).spaced();
        return id
                ? reading(family, tokens, from)
                        .from(1)
                        .filter(hit -> hit.value().reference().name().matches(".*\\d.*"))
                : Optional.empty();
    }

    private ModelNameReading reading(ModelFamily family, List<Token> tokens, int start) {
        return new ModelNameReading(family, tiers.getOrDefault(family, Map.of()), tokens, start);
    }

    /** The model that a whole text names. */
    public Optional<ModelName> named(String text) {
        List<Token> tokens = idiom.nameTokens(text);
        return tokens.isEmpty()
                ? Optional.empty()
                : at(tokens, 0).filter(hit -> hit.length() == tokens.size()).map(Hit::value);
    }
}
