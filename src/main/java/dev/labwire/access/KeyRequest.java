package dev.labwire.access;

import dev.labwire.problem.Problem.FieldError;
import dev.labwire.problem.ProblemException;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks what somebody wants a key to be, and makes it. */
@Singleton
final class KeyRequest {

    private static final int LONGEST_NAME = 100;
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private final ApiKeys keys;
    private final InstantSource clock;

    KeyRequest(ApiKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Makes a key.
     *
     * @param scope {@code read} unless given
     * @param expiresAt an instant to come; never unless given
     * @throws ProblemException 400 with everything that is wrong
     */
    ApiKeyView make(@Nullable String name, @Nullable String scope, @Nullable String expiresAt) {
        List<FieldError> errors = new ArrayList<>();
        String called = name == null ? "" : name.strip();
        if (called.isEmpty()
                || called.length() > LONGEST_NAME
                || !called.codePoints().allMatch(KeyRequest::isShown)) {
            errors.add(new FieldError("name", "must have 1 to " + LONGEST_NAME + " characters, in one line"));
        }
        String may = scope == null ? Role.READ : scope;
        if (!Set.of(Role.READ, Role.ADMIN).contains(may)) {
            errors.add(new FieldError("scope", "must be read or admin"));
        }
        Instant until = expiresAt == null ? null : instant(expiresAt);
        if (expiresAt != null && (until == null || !until.isAfter(clock.instant()) || until.isAfter(LATEST))) {
            errors.add(new FieldError("expiresAt", "must be an instant to come, such as 2027-01-01T00:00:00Z"));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.badInput(errors);
        }
        return keys.make(called, may, until);
    }

    /** No control character, no half of a character, and nothing that turns the direction of writing. */
    private static boolean isShown(int codePoint) {
        int type = Character.getType(codePoint);
        return type != Character.CONTROL
                && type != Character.SURROGATE
                && type != Character.UNASSIGNED
                && type != Character.FORMAT;
    }

    private static @Nullable Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
