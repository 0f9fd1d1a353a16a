package dev.labwire.extraction;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Of the events that were found, how many have each argument right; the label says which arguments it knows. */
final class ArgumentShares {

    /** What is looked at. */
    enum Argument {
        KIND,
        STATUS,
        FROM,
        ROLE,
        DATE,
        SCORE,
        FACTS
    }

    private static final Set<String> SMALL_WORDS = Set.of("the", "and", "of", "for", "a", "team");
    private static final Set<String> LEADING = Set.of("lead", "head");
    private static final double NEAR = 0.011;

    private final Map<Argument, int[]> counts = new EnumMap<>(Argument.class);

    void count(JsonNode label, Mention mention) {
        count(Argument.KIND, SameEvent.isFair(label, "kind", mention.kind().wireName()));
        boolean confirmed = !label.hasNonNull("status") && mention.status() == Status.CONFIRMED;
        count(
                Argument.STATUS,
                confirmed || SameEvent.isFair(label, "status", mention.status().wireName()));
        if (label.hasNonNull("date")) {
            count(Argument.DATE, sameDate(label, mention.occurredOn()));
        }
        if (mention.move() != null) {
            count(label, mention.move());
        }
        if (mention.release() != null) {
            count(label, mention.release());
        }
        if (mention.deal() != null && label.hasNonNull("amount_usd")) {
            count(Argument.FACTS, near(mention.deal().amountUsd(), label.get("amount_usd")));
        }
    }

    private void count(JsonNode label, Move move) {
        count(Argument.FROM, SameEvent.sameOrigin(label, move.from()));
        if (label.hasNonNull("role")) {
            Set<String> said = words(move.role() + " " + move.team());
            said.retainAll(words(label.get("role").asText()));
            count(Argument.ROLE, !said.isEmpty());
        }
    }

    private void count(JsonNode label, Release release) {
        label.path("benchmarks")
                .forEach(wanted -> count(
                        Argument.SCORE,
                        release.benchmarks().stream().anyMatch(said -> near(said.score(), wanted.get("score")))));
        JsonNode facts = label.path("attributes");
        fact(facts.path("context_tokens"), release.contextTokens());
        fact(facts.path("parameters"), release.parameters());
        fact(facts.path("price_in_per_mtok"), release.priceIn());
        fact(facts.path("price_out_per_mtok"), release.priceOut());
    }

    private void fact(JsonNode wanted, @Nullable Number said) {
        if (!wanted.isMissingNode() && (!wanted.isNull() || said != null)) {
            count(Argument.FACTS, near(said, wanted));
        }
    }

    private void count(Argument argument, boolean right) {
        int[] count = counts.computeIfAbsent(argument, key -> new int[2]);
        count[0] += right ? 1 : 0;
        count[1]++;
    }

    private static boolean near(@Nullable Number said, JsonNode wanted) {
        return said != null
                && wanted.isNumber()
                && Math.abs(said.doubleValue() - wanted.asDouble()) <= NEAR * Math.abs(wanted.asDouble());
    }

    private static boolean sameDate(JsonNode label, @Nullable OccurredOn on) {
        String said = on == null ? "" : on.date();
        return SameEvent.fair(label, "date").stream()
                        .anyMatch(wanted -> wanted.length() < 10
                                ? said.startsWith(wanted)
                                : said.length() == 10
                                        && Math.abs(ChronoUnit.DAYS.between(
                                                        LocalDate.parse(wanted), LocalDate.parse(said)))
                                                <= 1)
                || on == null && SameEvent.nullIsFair(label, "date");
    }

    private static Set<String> words(String text) {
        Set<String> words =
                new HashSet<>(Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}.+-]+")));
        words.removeAll(SMALL_WORDS);
        words.remove("null");
        if (!LEADING.containsAll(words)) {
            words.removeAll(LEADING);
        }
        return words;
    }

    /** The share that is right, or 1 where nothing was asked. */
    double share(Argument argument) {
        int[] count = counts.getOrDefault(argument, new int[] {1, 1});
        return (double) count[0] / count[1];
    }

    /** Each share, or a dash where nothing was asked. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Argument argument : Argument.values()) {
            text.append(
                    counts.containsKey(argument)
                            ? String.format(Locale.ROOT, "%8.3f", share(argument))
                            : String.format("%8s", "-"));
        }
        return text.toString();
    }
}
