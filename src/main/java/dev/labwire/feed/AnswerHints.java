package dev.labwire.feed;

import dev.labwire.net.WebAnswer.Fetched;
import dev.labwire.text.Timestamps;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the head of an answer says of when to come again (RFC 9111, 4.2; RFC 9110, 10.2.3). */
final class AnswerHints {

    private static final Pattern MAX_AGE = Pattern.compile("(?i)(?:^|[,\\s])max-age\\s*=\\s*\"?(\\d{1,12})");
    private static final Pattern NEVER_FRESH = Pattern.compile("(?i)(?:^|[,\\s])no-(?:store|cache)\\b");
    private static final long LONGEST_SECONDS = Duration.ofDays(36_500).toSeconds();

    private AnswerHints() {}

    /** How long the answer stays fresh; null where it says nothing, or that it is not. */
    static @Nullable Duration fresh(Fetched answer, Instant now) {
        String control = answer.header("cache-control").orElse("");
        if (NEVER_FRESH.matcher(control).find()) {
            return null;
        }
        Matcher maxAge = MAX_AGE.matcher(control);
        Duration lifetime = maxAge.find()
                ? Duration.ofSeconds(Math.min(Long.parseLong(maxAge.group(1)), LONGEST_SECONDS))
                : expires(answer, now).orElse(Duration.ZERO);
        Duration left = lifetime.minus(age(answer));
        return left.isNegative() || left.isZero() ? null : left;
    }

    private static Optional<Duration> expires(Fetched answer, Instant now) {
        Instant date = answer.header("date").flatMap(Timestamps::parse).orElse(now);
        return answer.header("expires")
                .filter(text -> text.length() > 2)
                .flatMap(Timestamps::parse)
                .map(until -> Duration.between(date, until));
    }

    private static Duration age(Fetched answer) {
        return answer.header("age")
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(Duration.ZERO);
    }

    /** How long the server asks to be left alone, given in seconds or as a date; null where it does not. */
    static @Nullable Duration retryAfter(Fetched answer, Instant now) {
        String text = answer.header("retry-after").orElse("").strip();
        Duration wish = text.matches("\\d{1,12}")
                ? Duration.ofSeconds(Math.min(Long.parseLong(text), LONGEST_SECONDS))
                : Timestamps.parse(text)
                        .map(until -> Duration.between(now, until))
                        .orElse(Duration.ZERO);
        return wish.isNegative() || wish.isZero() ? null : wish;
    }
}
