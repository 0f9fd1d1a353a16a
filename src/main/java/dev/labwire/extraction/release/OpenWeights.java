package dev.labwire.extraction.release;

import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.Unit.Type;
import dev.labwire.extraction.language.Zone;
import dev.labwire.extraction.lexicon.ModelName;
import dev.labwire.extraction.lexicon.Words;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether a document says of a model that its weights are to be had. */
final class OpenWeights {

    private static final Pattern OPEN = Pattern.compile(
            "\\bopen[- ]weights?\\b|\\bopen[- ]sourc|\\bopenly available\\b|\\bweights\\b.{0,60}\\b(?:available|download|published|released|hugging face|licen[cs]e|anyone|open)|\\b(?:available|download\\w*|published|released|opens?|opening)\\b.{0,40}\\bweights\\b|\\bapache[- ]2|\\bmit[- ]licen[cs]|\\bcommunity licen[cs]e|\\bopen model\\b|\\bcan be downloaded\\b|\\bopen foundation model\\b|\\bfirst open\\b|\\bon hugging face\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern CLOSED = Pattern.compile(
            "\\bwithout (?:open )?weights\\b|\\bnot (?:open|release)|\\bno weights\\b|\\bproprietary\\b|\\bclosed\\b",
            Pattern.CASE_INSENSITIVE);

    private final List<AnnotatedSentence> sentences;

    /** What other languages say for it and against it. */
    private final Words words;

    OpenWeights(List<AnnotatedSentence> sentences, Words words) {
        this.sentences = sentences;
        this.words = words;
    }

    /** Whether some sentence about the model says so; one that names no model goes on about the one before. */
    boolean of(String model) {
        boolean topic = false;
        for (AnnotatedSentence sentence : sentences) {
            List<String> named = named(sentence, model);
            boolean here = named.stream().anyMatch(other -> model.startsWith(other) || other.startsWith(model + "-"));
            topic = here || named.isEmpty() && (topic || sentence.sentence().inTitle());
            boolean fits = here || sentence.sentence().zone() != Zone.LIST;
            if (topic && fits && said(sentence.sentence().quote())) {
                return true;
            }
        }
        return false;
    }

    private static List<String> named(AnnotatedSentence sentence, String wanted) {
        return sentence.units().stream()
                .filter(unit -> unit.is(Type.MODEL))
                .map(unit -> unit.valueAs(ModelName.class))
                .filter(model -> !model.bare() || model.reference().id().equals(wanted))
                .map(model -> model.reference().id())
                .toList();
    }

    private boolean said(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        boolean otherwise = words.setIfAny("open-weights").stream().anyMatch(lower::contains)
                && words.setIfAny("closed-weights").stream().noneMatch(lower::contains);
        return otherwise
                || OPEN.matcher(text).find()
                        && !CLOSED.matcher(text.toLowerCase(Locale.ROOT)).find();
    }
}
