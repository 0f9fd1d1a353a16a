package dev.labwire.text;

/**
 * One thing that is wrong with a file that an admin edits.
 *
 * @param line counted from 1; 0 when the file as a whole is meant
 * @param column counted from 1
 * @param field the path of what is wrong, such as {@code feeds[2].interval}; empty when the file as a whole is meant
 * @param message what is wrong, for the person who edits the file
 */
public record FileFault(int line, int column, String field, String message) {

    /** A fault at a place of the file. */
    public FileFault(int line, int column, String message) {
        this(line, column, "", message);
    }

    /** A fault of the file as a whole. */
    public static FileFault ofFile(String message) {
        return new FileFault(0, 0, message);
    }

    /** A fault right behind a part of the file. */
    public static FileFault behind(String before, String message) {
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new FileFault(line, before.length() - before.lastIndexOf('\n'), message);
    }

    @Override
    public String toString() {
        return line == 0 ? message : "line " + line + ", column " + column + ": " + message;
    }
}
