package dev.labwire.extraction.release;

import dev.labwire.extraction.frame.Amounts;
import dev.labwire.extraction.frame.Amounts.Amount;
import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.language.Token;
import dev.labwire.extraction.lexicon.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The figures of parameters and of context tokens in a sentence. */
final class Sizes {

    private static final Set<String> GOES_ON = Set.of("and", "or", "to", "/");
    private static final Pattern THOUSANDS = Pattern.compile("\\d+(?:\\.\\d+)?[km]");

    private final FactSheets sheets;
    private final Words words;

    Sizes(FactSheets sheets, Words words) {
        this.sheets = sheets;
        this.words = words;
    }

    /** Notes the sizes of a sentence. */
    void read(AnnotatedSentence sentence) {
        List<Token> tokens = sentence.sentence().tokens();
        for (int i = 0; i < tokens.size(); i++) {
            Optional<Amount> amount = Amounts.number(tokens, i);
            if (amount.isPresent()) {
                size(sentence, i, amount.get());
                i = amount.get().to() - 1;
            }
        }
    }

    private void size(AnnotatedSentence sentence, int at, Amount amount) {
        List<Token> tokens = sentence.sentence().tokens();
        int next = amount.to() < tokens.size() && tokens.get(amount.to()).is("-") ? amount.to() + 1 : amount.to();
        double value = amount.value();
        if (parameters(tokens, next) && value >= 1e6) {
            parameters(sentence, at, value);
        } else if (value >= 1000 && value <= 1e8 && context(tokens, at, next)) {
            context(sentence, at, largest(tokens, amount));
        } else if (bracketed(tokens, at) && value >= 1e8) {
            parameters(sentence, at, value);
        }
    }

    private void context(AnnotatedSentence sentence, int at, double value) {
        for (FactSheet sheet : sheets.at(sentence, at)) {
            sheet.contextTokens = sheet.contextTokens == null ? Long.valueOf(Math.round(value)) : sheet.contextTokens;
        }
    }

    private void parameters(AnnotatedSentence sentence, int at, double value) {
        List<FactSheet> owners = sheets.at(sentence, at);
        if (owners.size() == 1 && owners.get(0).parameters == null) {
            owners.get(0).parameters = Math.round(value);
        }
    }

    /** "4K and 128K tokens", "from 128K to 200K tokens": the larger of two figures in a row. */
    private static double largest(List<Token> tokens, Amount first) {
        int next = norm(tokens, first.to()).startsWith("token") ? first.to() + 1 : first.to();
        boolean row = GOES_ON.contains(norm(tokens, next))
                && THOUSANDS.matcher(norm(tokens, next + 1)).matches();
        double second =
                row ? Amounts.number(tokens, next + 1).map(Amount::value).orElse(0.0) : 0;
        return Math.max(first.value(), second);
    }

    /** "24B parameters", "24 billion total parameters", "24 billion total and 3 billion active", not "3B active parameters". */
    private static boolean parameters(List<Token> tokens, int next) {
        String word = norm(tokens, next);
        boolean ofTwo = word.equals("total")
                && tokens.stream().anyMatch(token -> token.norm().equals("active"));
        return word.startsWith("parameter")
                || ofTwo
                || norm(tokens, next + 1).startsWith("parameter")
                        && !word.equals("active")
                        && !word.equals("activated");
    }

    private static String norm(List<Token> tokens, int at) {
        return at < tokens.size() ? tokens.get(at).norm() : "";
    }

    /** "Devstral (24B, Apache 2.0)". */
    private static boolean bracketed(List<Token> tokens, int at) {
        return at > 0 && tokens.get(at - 1).is("(") && tokens.get(at).norm().matches("\\d+(\\.\\d+)?b");
    }

    private boolean context(List<Token> tokens, int at, int next) {
        boolean ofTokens = norm(tokens, next).startsWith("token");
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
        boolean upTo = ofTokens
                && at > 0
                && (words.in("taking-in", tokens.get(at - 1).norm())
                        || at > 1
                                && tokens.get(at - 1).is("to")
                                && tokens.get(at - 2).is("up")
                                && takesIn(tokens, at));
        boolean figure = ofTokens || THOUSANDS.matcher(tokens.get(at).norm()).matches();
        return figure && about || upTo;
    }

    private boolean takesIn(List<Token> tokens, int at) {
        for (int i = Math.max(0, at - 6); i < at; i++) {
            if (words.in("taking-in", tokens.get(i).norm())) {
                return true;
            }
        }
        return false;
    }
}
