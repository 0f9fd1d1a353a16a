package dev.labwire.timeline.merge;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How likely an event is, its independent voices combined; a publisher or a quote counts once. */
final class Confidence {

    static final double MOST = 0.99;

    private Confidence() {}

    static double of(List<Telling> tellings) {
        Map<String, Double> byQuote = new HashMap<>();
        Map<String, Double> byVoice = new HashMap<>();
        List<Telling> surestFirst = tellings.stream()
                .sorted(Comparator.comparingDouble(
                                (Telling telling) -> -telling.mention().confidence())
                        .thenComparing(Telling.BY_KEY))
                .toList();
        for (Telling telling : surestFirst) {
            double confidence = telling.mention().confidence();
            if (byQuote.putIfAbsent(plain(telling.mention().quote()), confidence) == null) {
                byVoice.putIfAbsent(telling.article().voice(), confidence);
            }
        }
        double doubt = byVoice.values().stream().sorted().reduce(1.0, (rest, one) -> rest * (1 - one));
        return Math.round(Math.min(MOST, 1 - doubt) * 10_000) / 10_000.0;
    }

    private static String plain(String quote) {
        return quote.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
