package dev.labwire.problem;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the query parameters that lists of the admin have in common, and says in words what they must be. */
public final class ListParameters {

    /** How many items a page has unless the client says otherwise. */
    public static final int PAGE = 50;

    private static final int LARGEST_PAGE = 500;

    private ListParameters() {}

    /**
     * How many items are wanted.
     *
     * @throws ProblemException 400 where it is no number from 1 to 500
     */
    public static int limit(@Nullable String text) {
        if (text == null) {
            return PAGE;
        }
        int limit = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw ProblemException.badInput("limit", "must be a number from 1 to " + LARGEST_PAGE);
        }
        return limit;
    }

    /**
     * The number before which a page begins.
     *
     * @return null for the first page
     * @throws ProblemException 400 where no answer gave such a cursor
     */
    public static @Nullable Long cursor(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d{1,18}")) {
            throw ProblemException.badInput("cursor", "must be the next of an earlier answer");
        }
        return Long.valueOf(text);
    }

    /**
     * One of some constants, by its name in lower case.
     *
     * @return null where none is given
     * @throws ProblemException 400 where there is none of that name
     */
    public static <E extends Enum<E>> @Nullable E oneOf(List<E> constants, String field, @Nullable String name) {
        if (name == null) {
            return null;
        }
        return constants.stream()
                .filter(constant -> lower(constant).equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.badInput(field, "is none of " + names(constants.stream())));
    }

    private static <E extends Enum<E>> String names(Stream<E> constants) {
        return constants.map(ListParameters::lower).collect(Collectors.joining(", "));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
