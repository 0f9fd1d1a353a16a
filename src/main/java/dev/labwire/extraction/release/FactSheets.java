package dev.labwire.extraction.release;

import dev.labwire.extraction.frame.AnnotatedSentence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    /** The sheets that a figure at a token goes to; none when it is a rival's or nobody's. */
    List<FactSheet> at(AnnotatedSentence sentence, int token) {
        return owners.at(sentence, token).stream().map(this::of).toList();
    }

    FigureOwners owners() {
        return owners;
    }

    Map<String, FactSheet> byModel() {
        return sheets;
    }
}
