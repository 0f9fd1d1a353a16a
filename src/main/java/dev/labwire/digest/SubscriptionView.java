package dev.labwire.digest;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as the admin sees it.
 *
 * @param reason why it is in its state, where that is not plain
 * @param nextDate the local day of the next edition
 * @param nextDueAt when that is due
 * @param refusals how many editions in a row the mail server refused
 */
record SubscriptionView(
        String id,
        String email,
        String state,
        @Nullable String reason,
        String timeZone,
        String deliverAt,
        String language,
        boolean whenQuiet,
        Map<String, List<String>> filter,
        LocalDate nextDate,
        Instant nextDueAt,
        @Nullable LocalDate lastDate,
        int refusals,
        Instant createdAt) {

    SubscriptionView {
        filter = Map.copyOf(filter);
    }

    static SubscriptionView of(Subscription subscription, Map<String, List<String>> filter) {
        return new SubscriptionView(
                subscription.publicId,
                subscription.address,
                subscription.state,
                subscription.stateBecause,
                subscription.timeZone,
                subscription.deliverAt,
                subscription.language,
                subscription.whenQuiet,
                filter,
                subscription.nextDate,
                subscription.nextDueAt,
                subscription.lastDate,
                subscription.refusals,
                subscription.createdAt);
    }

    @JsonIgnore
    Settings settings() {
        return new Settings(
                ZoneId.of(timeZone.isEmpty() ? "UTC" : timeZone),
                LocalTime.parse(deliverAt.isEmpty() ? "00:00" : deliverAt),
                language,
                whenQuiet,
                filter);
    }
}
