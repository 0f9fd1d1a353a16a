package dev.labwire.text;

/** Patterns for SQL's {@code like … escape '!'}. */
public final class LikePattern {

    private LikePattern() {}

    /** A pattern that matches whatever holds the part as it stands. */
    public static String containing(String part) {
        return "%" + escaped(part) + "%";
    }

    /** A pattern that matches whatever begins with the part as it stands. */
    public static String startingWith(String part) {
        return escaped(part) + "%";
    }

    private static String escaped(String part) {
        return part.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
