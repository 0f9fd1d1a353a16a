package dev.labwire.extraction.release;

import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.language.Token;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The licences a sentence names. */
final class Licences {

    private static final Pattern LICENSE = Pattern.compile(
            "\\b(modified MIT|MIT|Apache(?: License)?[ ,-]*(?:version )?2(?:\\.0)?|CC[- ]BY(?:[- ](?:NC|SA|ND))*(?: \\d\\.\\d)?|(?:\\p{Lu}[\\w.]*(?: \\d(?:\\.\\d)?)? ){1,3}(?:Community|Research|Open|Model|Non-Production|Responsible AI) Licen[cs]e)\\b(?:[- ]licen[cs]\\w*)?");

    private final FactSheets sheets;

    Licences(FactSheets sheets) {
        this.sheets = sheets;
    }

    /** Notes the licences of a sentence. */
    void read(AnnotatedSentence sentence) {
        String quote = sentence.sentence().quote();
        Matcher matcher = LICENSE.matcher(quote);
        while (matcher.find()) {
            String name = matcher.group(1);
            if (name.equals("MIT") && !licence(quote.substring(matcher.start()))) {
                continue;
            }
            int token = tokenAt(sentence, sentence.sentence().start() + matcher.start());
            sheets.at(sentence, token).stream()
                    .filter(sheet -> sheet.license == null)
                    .forEach(sheet -> sheet.license = canonical(name));
        }
    }

    /** "MIT" is a place to work at unless it is called a licence or ends what it stands in. */
    private static boolean licence(String text) {
        return text.matches("(?s)MIT(?:[ -]licen[cs]|\\b.{0,3}$|[,;)]).*");
    }

    private static String canonical(String license) {
        return license.startsWith("Apache") ? "Apache 2.0" : license.startsWith("modified") ? "Modified MIT" : license;
    }

    private static int tokenAt(AnnotatedSentence sentence, int position) {
        List<Token> tokens = sentence.sentence().tokens();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).end() > position) {
                return i;
            }
        }
        return tokens.size() - 1;
    }
}
