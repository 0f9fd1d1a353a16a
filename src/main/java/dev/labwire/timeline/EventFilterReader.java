package dev.labwire.timeline;

import dev.labwire.directory.NameBook;
import dev.labwire.extraction.EventType;
import dev.labwire.extraction.Kind;
import dev.labwire.extraction.Salience;
import dev.labwire.extraction.Status;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the filter out of query parameters; a name is looked up, a wrong value is complained of. */
@ApplicationScoped
class EventFilterReader {

    /** The parameters that filter. */
    static final Set<String> NAMES = Set.of(
            "type",
            "kind",
            "status",
            "organization",
            "fromOrganization",
            "toOrganization",
            "person",
            "model",
            "since",
            "until",
            "seenSince",
            "language",
            "tag",
            "feed",
            "minSources",
            "minConfidence",
            "salience",
            "q");

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*");
    private static final int LONGEST_QUESTION = 500;

    private final NameBook names;

    EventFilterReader(NameBook names) {
        this.names = names;
    }

    EventFilter filter(Parameters given) {
        return new EventFilter(
                given.words(
                        "type",
                        Arrays.stream(EventType.values())
                                .map(EventType::wireName)
                                .toList()),
                given.words(
                        "kind", Arrays.stream(Kind.values()).map(Kind::wireName).toList()),
                given.words(
                        "status",
                        Arrays.stream(Status.values()).map(Status::wireName).toList()),
                ids(given, "organization", names::organizationId),
                ids(given, "fromOrganization", names::organizationId),
                ids(given, "toOrganization", names::organizationId),
                ids(given, "person", names::personId),
                ids(given, "model", names::modelId),
                given.date("since"),
                given.date("until"),
                given.instant("seenSince"),
                languages(given),
                given.all("tag"),
                given.all("feed"),
                given.whole("minSources", 0, 0, Integer.MAX_VALUE),
                given.fraction("minConfidence", 0),
                salience(given),
                question(given));
    }

    private static List<String> ids(Parameters given, String name, UnaryOperator<String> id) {
        return given.all(name).stream().map(id).distinct().toList();
    }

    private static List<String> languages(Parameters given) {
        List<String> languages = given.all("language");
        languages.stream()
                .filter(language -> !LANGUAGE.matcher(language).matches())
                .forEach(language -> given.wrong("language", "'" + language + "' is no language tag such as en"));
        return languages.stream()
                .map(language -> language.toLowerCase(Locale.ROOT))
                .toList();
    }

    private static @Nullable Salience salience(Parameters given) {
        String salience = given.one("salience");
        if (salience == null) {
            return Salience.PRIMARY;
        }
        given.words("salience", List.of("primary", "background", "any"));
        return switch (salience) {
            case "background" -> Salience.BACKGROUND;
            case "any" -> null;
            default -> Salience.PRIMARY;
        };
    }

    private static @Nullable String question(Parameters given) {
        String question = given.one("q");
        if (question != null && question.length() > LONGEST_QUESTION) {
            given.wrong("q", "must not be longer than " + LONGEST_QUESTION + " characters");
        }
        return question;
    }
}
