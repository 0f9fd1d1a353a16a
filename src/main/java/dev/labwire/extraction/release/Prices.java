package dev.labwire.extraction.release;

import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.Unit;
import dev.labwire.extraction.frame.Unit.Type;
import dev.labwire.extraction.language.Token;
import dev.labwire.extraction.language.Zone;
import dev.labwire.extraction.lexicon.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a sentence says a model costs, in US dollars per million tokens. */
final class Prices {

    private final FactSheets sheets;
    private final Words words;

    Prices(FactSheets sheets, Words words) {
        this.sheets = sheets;
        this.words = words;
    }

    /** Notes the prices of a sentence. */
    void read(AnnotatedSentence sentence) {
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
            String direction = paired ? "in" : second ? "out" : direction(tokens, unit, limit);
            sheets.at(sentence, unit.from()).forEach(sheet -> {
                if (direction.equals("in") && sheet.priceIn == null) {
                    sheet.priceIn = price;
                } else if (direction.equals("out") && sheet.priceOut == null) {
                    sheet.priceOut = price;
                }
            });
        }
    }

    /** "was $10.00", "down from $15". */
    private boolean oldPrice(List<Token> tokens, int at) {
        return at > 0 && words.in("old-price", tokens.get(at - 1).norm());
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

    private String direction(List<Token> tokens, Unit unit, int limit) {
        for (int i = unit.to(); i < Math.min(limit, unit.to() + 10); i++) {
            String word = tokens.get(i).norm();
            if (words.in("special-prices", word)) {
                return "";
            }
            if (words.in("input-prices", word)) {
                return "in";
            }
            if (words.in("output-prices", word)) {
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
}
