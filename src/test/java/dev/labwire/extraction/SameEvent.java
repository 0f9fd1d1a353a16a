package dev.labwire.extraction;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a mention tells of a labelled event: names are compared loosely, ends and kinds as the labels allow. */
final class SameEvent {

    private static final Map<String, String> USUAL_NAMES = Map.ofEntries(
            Map.entry("deepmind", "google deepmind"),
            Map.entry("meta superintelligence labs", "meta"),
            Map.entry("meta ai", "meta"),
            Map.entry("msl", "meta"),
            Map.entry("facebook", "meta"),
            Map.entry("microsoft ai", "microsoft"),
            Map.entry("mistral", "mistral ai"),
            Map.entry("ssi", "safe superintelligence"),
            Map.entry("safe superintelligence inc", "safe superintelligence"),
            Map.entry("thinking machines", "thinking machines lab"),
            Map.entry("ai2", "allen institute for ai"),
            Map.entry("allen ai", "allen institute for ai"),
            Map.entry("zhipu ai", "zhipu"),
            Map.entry("z.ai", "zhipu"),
            Map.entry("qwen", "alibaba"),
            Map.entry("alibaba qwen", "alibaba"),
            Map.entry("alibaba cloud", "alibaba"),
            Map.entry("alibaba group", "alibaba"),
            Map.entry("moonshot", "moonshot ai"),
            Map.entry("tesla inc", "tesla"),
            Map.entry("bytedance seed", "bytedance"),
            Map.entry("google research", "google"),
            Map.entry("google ai", "google"),
            Map.entry("aws", "amazon"),
            Map.entry("amazon web services", "amazon"),
            Map.entry("huggingface", "hugging face"));

    private static final List<Set<String>> ONE_HOUSE =
            List.of(Set.of("google", "google deepmind"), Set.of("amazon", "amazon agi"));

    private static final List<String> MAKERS = List.of(
            "google deepmind",
            "google",
            "openai",
            "anthropic",
            "meta",
            "microsoft",
            "nvidia",
            "alibaba",
            "amazon",
            "cohere",
            "ibm",
            "baidu",
            "tencent",
            "bytedance");

    private SameEvent() {}

    static boolean of(JsonNode label, Mention mention) {
        return label.get("type").asText().equals(mention.type().wireName())
                && switch (mention.type()) {
                    case PEOPLE_MOVE -> sameMove(label, mention.kind(), mention.move());
                    case MODEL_RELEASE -> sameRelease(label, mention.release());
                    case DEAL -> sameDeal(label, mention.kind(), mention.deal());
                };
    }

    private static boolean sameMove(JsonNode label, Kind kind, Move move) {
        if (fair(label, "person").stream()
                .noneMatch(person -> samePerson(person, move.person().name()))) {
            return false;
        }
        String to = name(move.to());
        String from = name(move.from());
        boolean absenceIsFair = to == null && nullIsFair(label, "to");
        boolean otherKindOfSeat = label.get("kind").asText().equals("board") && kind != Kind.BOARD;
        if (label.hasNonNull("to") && !absenceIsFair && !otherKindOfSeat) {
            return isOneOf(fair(label, "to"), to)
                    && (kind != Kind.LEAVE || fair(label, "kind").contains("leave"));
        }
        if (label.hasNonNull("from")) {
            return isOneOf(fair(label, "from"), from);
        }
        return fair(label, "kind").contains(kind.wireName());
    }

    private static boolean sameRelease(JsonNode label, Release release) {
        String owner = label.path("organization").asText(null);
        String maker = name(release.organization());
        return fair(label, "model").stream().anyMatch(model -> model(model, owner)
                        .equals(model(release.model().name(), owner)))
                && (owner == null || maker == null || isOneOf(fair(label, "organization"), maker));
    }

    private static boolean sameDeal(JsonNode label, Kind kind, Deal deal) {
        List<String> parties = new ArrayList<>();
        label.get("organizations").forEach(party -> parties.add(party.asText()));
        return fair(label, "kind").contains(kind.wireName())
                && deal.organizations().stream().anyMatch(party -> isOneOf(parties, party.name()));
    }

    /** The labelled value and every other value that its label calls fair; for names, the form as written too. */
    static List<String> fair(JsonNode label, String key) {
        List<String> values = new ArrayList<>();
        if (label.hasNonNull(key)) {
            values.add(label.get(key).asText());
        }
        label.path(key + "_ok").forEach(value -> {
            if (!value.isNull()) {
                values.add(value.asText());
            }
        });
        if (label.path("surface").hasNonNull(key)) {
            values.add(label.get("surface").get(key).asText());
        }
        return values;
    }

    static boolean nullIsFair(JsonNode label, String key) {
        for (JsonNode value : label.path(key + "_ok")) {
            if (value.isNull()) {
                return true;
            }
        }
        return false;
    }

    static boolean isFair(JsonNode label, String key, String value) {
        return fair(label, key).contains(value);
    }

    /** Whether a move is said to start where the label says, or nowhere where that is fair. */
    static boolean sameOrigin(JsonNode label, @Nullable Reference from) {
        return from == null
                ? !label.hasNonNull("from") || nullIsFair(label, "from")
                : isOneOf(fair(label, "from"), from.name());
    }

    private static @Nullable String name(@Nullable Reference reference) {
        return reference == null ? null : reference.name();
    }

    private static boolean isOneOf(List<String> organizations, @Nullable String name) {
        return name != null && organizations.stream().anyMatch(organization -> sameOrganization(organization, name));
    }

    static boolean sameOrganization(String one, String other) {
        String a = organization(one);
        String b = organization(other);
        return a.equals(b) || ONE_HOUSE.stream().anyMatch(house -> house.contains(a) && house.contains(b));
    }

    private static String organization(String name) {
        String bare = plain(name)
                .replaceFirst("\\b(inc|corp|corporation|ltd|llc|plc|co|company)\\.?$", "")
                .strip();
        return USUAL_NAMES.getOrDefault(bare, bare);
    }

    /** Surname and initial, or the surname alone where one side has no more, or the same words in another order. */
    static boolean samePerson(String one, String other) {
        List<String> a = List.of(plain(one).split(" "));
        List<String> b = List.of(plain(other).split(" "));
        boolean surname = a.get(a.size() - 1).equals(b.get(b.size() - 1));
        boolean initial =
                a.size() == 1 || b.size() == 1 || a.get(0).charAt(0) == b.get(0).charAt(0);
        return surname && initial || new HashSet<>(a).equals(new HashSet<>(b));
    }

    /** Case, blanks and hyphens don't matter; dots and every suffix do; the maker's name in front doesn't. */
    static String model(String name, @Nullable String owner) {
        String plain = plain(name);
        List<String> makers = new ArrayList<>(MAKERS);
        if (owner != null) {
            makers.add(0, plain(owner));
        }
        String bare = makers.stream()
                .filter(maker -> plain.startsWith(maker + " "))
                .findFirst()
                .map(maker -> plain.substring(maker.length() + 1))
                .orElse(plain);
        return bare.replaceAll("[\\s\\-_·‐‑–]+", "");
    }

    private static String plain(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        return (folded.matches("(?s).*[a-z].*") ? folded.replaceAll("\\p{M}", "") : folded)
                .replaceAll("['’`´]s\\b", "")
                .replaceAll("[^\\p{IsAlphabetic}\\p{IsDigit}_.+]+", " ")
                .replaceAll("^[ .]+|[ .]+$", "");
    }
}
