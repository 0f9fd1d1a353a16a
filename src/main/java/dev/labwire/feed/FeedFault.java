package dev.labwire.feed;

/**
 * One thing that is wrong with feeds.yaml.
 *
 * @param line counted from 1; 0 when the file as a whole is meant
 * @param column counted from 1
 * @param message what is wrong, for the person who edits the file
 */
public record FeedFault(int line, int column, String message) {

    @Override
    public String toString() {
        return line == 0 ? message : "line " + line + ", column " + column + ": " + message;
    }
}
