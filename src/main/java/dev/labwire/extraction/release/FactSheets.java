package dev.labwire.extraction.release;

import dev.labwire.extraction.frame.AnnotatedSentence;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The sheets of a document's announced models; a figure goes to the sheet of the model it is said of. */
final class FactSheets {

    private final Map<String, FactSheet> sheets = new HashMap<>();
    private final FigureOwners owners;

    FactSheets(FigureOwners owners) {
        this.owners = owners;
    }

    /** The sheet of a model. */
    FactSheet of(String model) {
        return sheets.computeIfAbsent(model, key -> new FactSheet());
    }

    /** The sheet for a figure that stands at a token; empty when it is a rival's or nobody's. */
    Optional<FactSheet> at(AnnotatedSentence sentence, int token) {
        return owners.at(sentence, token).map(this::of);
    }

    Map<String, FactSheet> byModel() {
        return sheets;
    }
}
