package dev.labwire.delivery;

import dev.labwire.delivery.Outcome.Type;
import dev.labwire.net.WebAnswer;
import dev.labwire.net.WebClient;
import dev.labwire.net.WebPost;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Calls webhooks as the <a href="https://www.standardwebhooks.com">Standard Webhooks</a> specification has it. */
@Singleton
final class WebhookSender {

    private static final int GONE = 410;

    private final WebClient web;
    private final WebhookTargets targets;
    private final InstantSource clock;

    WebhookSender(WebClient web, WebhookTargets targets, InstantSource clock) {
        this.web = web;
        this.targets = targets;
        this.clock = clock;
    }

    Outcome send(Claimed claim, String content) {
        return targets.target(claim.endpoint())
                .map(target -> call(target, claim, content))
                .orElseGet(() -> Outcome.of(Type.REFUSED, null, "the webhook is disabled or gone"));
    }

    private Outcome call(WebhookTarget target, Claimed claim, String content) {
        WebAnswer answer =
                web.post(new WebPost(target.url(), "application/json", headers(target, claim, content), content));
        if (answer instanceof WebAnswer.Fetched fetched) {
            return judged(fetched);
        }
        WebAnswer.Failed failure = (WebAnswer.Failed) answer;
        return Outcome.of(Type.POSTPONED, null, failure.message());
    }

    private Map<String, String> headers(WebhookTarget target, Claimed claim, String content) {
        long now = clock.instant().getEpochSecond();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-id", claim.publicId());
        headers.put("webhook-timestamp", Long.toString(now));
        headers.put(
                "webhook-signature",
                target.secrets().stream()
                        .map(secret -> secret.sign(claim.publicId(), now, content))
                        .collect(Collectors.joining(" ")));
        return headers;
    }

    private Outcome judged(WebAnswer.Fetched answer) {
        int status = answer.status();
        String detail = "HTTP " + status;
        if (status >= 200 && status < 300) {
            return Outcome.of(Type.ACCEPTED, status, detail);
        }
        if (status == GONE) {
            return Outcome.of(Type.REFUSED, status, detail);
        }
        return new Outcome(
                Type.POSTPONED,
                status,
                detail,
                wait(answer.header("Retry-After").orElse(null)));
    }

    /** Seconds, or a date (RFC 9110, section 10.2.3). */
    private @Nullable Duration wait(@Nullable String retryAfter) {
        if (retryAfter == null) {
            return null;
        }
        try {
            return retryAfter.strip().matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(retryAfter.strip()))
                    : Duration.between(
                            clock.instant(),
                            ZonedDateTime.parse(retryAfter.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
