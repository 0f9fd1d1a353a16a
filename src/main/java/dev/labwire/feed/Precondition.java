package dev.labwire.feed;

import dev.labwire.problem.ProblemException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a client has seen of a feed when it asks for a change ({@code If-Match}, {@code If-None-Match}; RFC 9110, section
 * 13). The tag of a feed begins with the version of what its owner wrote, and only that counts here: a poll in between
 * changes the state that is shown, and hinders nobody.
 *
 * @param ifMatch null where the client does not mind
 * @param ifNoneMatch {@code *} where the feed must not be there yet
 */
public record Precondition(
        @Nullable String ifMatch, @Nullable String ifNoneMatch) {

    static final Precondition NONE = new Precondition(null, null);

    /**
     * Checks it against what there is.
     *
     * @param version null where there is no such feed
     * @throws ProblemException 412 where it is not what the client has seen
     */
    void check(@Nullable Integer version) {
        if (ifMatch != null && (version == null || !matches(ifMatch, version))) {
            throw ProblemException.outdated(
                    version == null
                            ? "There is no such feed (any more)."
                            : "The feed was changed meanwhile; it is at version " + version + " now. Read it again.");
        }
        if (ifNoneMatch != null && version != null && ifNoneMatch.strip().equals("*")) {
            throw ProblemException.outdated("The feed is there already.");
        }
    }

    private static boolean matches(String tags, int version) {
        return Arrays.stream(tags.split(","))
                .map(tag -> tag.strip().replaceFirst("^W/", "").replace("\"", ""))
                .anyMatch(tag -> tag.equals("*") || tag.replaceFirst("-.*$", "").equals("" + version));
    }

    /** The part of a feed's tag that counts. */
    static String tag(FeedState state) {
        return Integer.toString(state.version());
    }
}
