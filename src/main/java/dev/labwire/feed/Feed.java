package dev.labwire.feed;

import dev.labwire.feed.document.Selectors;
import dev.labwire.net.RequestOptions;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of the table of feeds: its definition, its validators and its place in the schedule. */
@Entity
@Table(name = "feed")
class Feed {

    static final String FILE = "file";
    static final String API = "api";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long id;

    public String slug = "";
    public String title = "";
    public String url = "";
    public String type = "feed";
    public @Nullable String selectors;
    public @Nullable String organization;
    public String tags = "";
    public @Nullable Long intervalSeconds;
    public @Nullable Boolean fullText;
    public boolean enabled = true;
    public boolean paused;
    public String managedBy = FILE;
    public @Nullable Instant retiredAt;
    public @Nullable String movedTo;
    public @Nullable String etag;
    public @Nullable String lastModified;
    public @Nullable String bodyHash;
    public @Nullable Instant lastPolledAt;
    public Instant nextPollAt = Instant.EPOCH;
    public @Nullable Integer lastStatus;
    public @Nullable String lastError;
    public int consecutiveFailures;
    public Instant createdAt = Instant.EPOCH;
    public int version = 1;
    public @Nullable Integer fileLine;

    /** Host and port of the address that is asked. */
    public String host = "";

    public @Nullable String movingTo;
    public int movingSeen;
    public @Nullable Long wishedSeconds;
    public String skipHours = "";
    public String skipDays = "";
    public @Nullable Long gapSeconds;
    public @Nullable Long windowSeconds;
    public @Nullable Integer lastEntries;
    public @Nullable Instant lastNewAt;
    public @Nullable String nextPollReason;
    public @Nullable String alarm;
    public @Nullable String pauseReason;

    /** Encrypted, for it may hold passwords. */
    @Convert(converter = RequestOptionsConverter.class)
    public RequestOptions requestOptions = RequestOptions.NONE;

    List<String> tagList() {
        return tags.isEmpty() ? List.of() : List.of(tags.split(","));
    }

    boolean isOfFile() {
        return FILE.equals(managedBy);
    }

    /** What the file retired is still shown, what the API deleted is gone. */
    boolean isShown() {
        return retiredAt == null || isOfFile();
    }

    FeedPlan.Owned owned() {
        return new FeedPlan.Owned(definition(), isOfFile(), retiredAt != null);
    }

    /** What the owner wrote. */
    FeedDefinition definition() {
        return new FeedDefinition(
                slug,
                title,
                url,
                Selectors.fromJson(selectors),
                organization,
                tagList(),
                intervalSeconds == null ? null : Duration.ofSeconds(intervalSeconds),
                fullText,
                enabled,
                requestOptions,
                fileLine == null ? 0 : fileLine);
    }

    /** Takes over what the owner wrote; whatever changes where or how it is read makes the validators worthless. */
    void define(FeedDefinition definition) {
        String newSelectors =
                definition.selectors() == null ? null : definition.selectors().toJson();
        if (!url.equals(definition.url())
                || !requestOptions.equals(definition.options())
                || !java.util.Objects.equals(selectors, newSelectors)) {
            forgetValidators();
            movedTo = null;
            movingTo = null;
            movingSeen = 0;
            alarm = null;
            nextPollAt = Instant.EPOCH;
            consecutiveFailures = 0;
        }
        hasten(definition.interval());
        title = definition.title();
        host = Hosts.of(movedTo == null ? definition.url() : movedTo);
        url = definition.url();
        type = definition.type();
        selectors = newSelectors;
        organization = definition.organization();
        tags = String.join(",", definition.tags());
        Duration interval = definition.interval();
        intervalSeconds = interval == null ? null : interval.toSeconds();
        fullText = definition.fullText();
        enabled = definition.enabled();
        requestOptions = definition.options();
        retiredAt = null;
        version++;
        fileLine = isOfFile() ? definition.line() : null;
    }

    /** A shorter interval counts from the last poll, unless that failed: then the next one is later on purpose. */
    private void hasten(@Nullable Duration interval) {
        if (interval != null && lastPolledAt != null && consecutiveFailures == 0) {
            Instant next = lastPolledAt.plus(interval);
            nextPollAt = next.isBefore(nextPollAt) ? next : nextPollAt;
        }
    }

    private void forgetValidators() {
        etag = null;
        lastModified = null;
        bodyHash = null;
    }
}
