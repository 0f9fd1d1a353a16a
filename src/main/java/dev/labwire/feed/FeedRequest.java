package dev.labwire.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.labwire.net.WebClient;
import dev.labwire.problem.Problem.FieldError;
import dev.labwire.problem.ProblemException;
import dev.labwire.text.FileFault;
import dev.labwire.text.SecretUrl;
import dev.labwire.text.Slug;
import dev.labwire.text.Urls;
import dev.labwire.text.YamlReading;
import jakarta.inject.Singleton;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a feed that comes in a request: the fields of feeds.yaml as JSON, by the same rules. */
@Singleton
final class FeedRequest {

    /** What a feed shows of its state; sent back it means nothing, so that what was read can be sent back as it is. */
    private static final Set<String> STATE = Arrays.stream(FeedState.class.getRecordComponents())
            .map(RecordComponent::getName)
            .filter(name -> !FeedFields.KEYS.contains(name))
            .collect(Collectors.toUnmodifiableSet());

    private static final int LONGEST_MADE_UP = 60;

    private final WebClient web;

    FeedRequest(WebClient web) {
        this.web = web;
    }

    /**
     * The feed that a body describes.
     *
     * @param id the id of the path; null where the body names it, or leaves it to us
     * @param known the addresses of the feeds that there are
     * @throws ProblemException 400 with everything that is wrong
     */
    FeedDefinition read(@Nullable JsonNode body, @Nullable String id, KnownAddresses known) {
        if (!(body instanceof ObjectNode given)) {
            throw ProblemException.badInput("body", "must be an object with at least a url");
        }
        ObjectNode fields = given.deepCopy();
        fields.remove(STATE);
        if (id != null) {
            if (fields.hasNonNull("id") && !fields.get("id").asText().equals(id)) {
                throw ProblemException.badInput("id", "must be that of the path, '" + id + "', or left out");
            }
            fields.put("id", id);
        } else if (!fields.hasNonNull("id")) {
            fields.put("id", madeUp(fields));
        }
        return read(fields, known);
    }

    private FeedDefinition read(ObjectNode fields, KnownAddresses known) {
        YamlReading reading = new YamlReading();
        FeedDefinition feed = new FeedFields(reading, known).read(reading.root(fields), FeedFields.KEYS, null);
        if (feed == null) {
            throw ProblemException.badInput(errors(reading.faults()));
        }
        if (web.refuses(feed.url())) {
            throw ProblemException.badInput(
                    "url",
                    "'" + SecretUrl.redacted(feed.url())
                            + "' lies in a network that this service may not reach; labwire.net.allowed-networks would allow it");
        }
        return feed;
    }

    /** Faults as a problem tells them: by field, and by line where there is a file. */
    static List<FieldError> errors(List<FileFault> faults) {
        return faults.stream()
                .map(fault -> new FieldError(fault.field().isEmpty() ? "body" : fault.field(), fault.toString()))
                .toList();
    }

    /** An id made of the title, or of the address. */
    private static String madeUp(ObjectNode fields) {
        String title = Slug.of(fields.path("title").asText(""));
        String slug = title.isEmpty() ? ofAddress(fields.path("url").asText("")) : title;
        String cut = slug.length() <= LONGEST_MADE_UP ? slug : slug.substring(0, LONGEST_MADE_UP);
        String usable = cut.replaceAll("^-+|-+$", "");
        return usable.isEmpty() ? "feed" : FeedFields.RESERVED.contains(usable) ? usable + "-feed" : usable;
    }

    private static String ofAddress(String url) {
        return Urls.web(url)
                .map(URI::getHost)
                .map(host -> Slug.of(host.replaceFirst("^(www|feeds?|rss)\\.", "")))
                .orElse("");
    }

    /** What comes of a JSON merge patch (RFC 7396). */
    static JsonNode merged(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        ObjectNode result = target instanceof ObjectNode object ? object.deepCopy() : changes.objectNode();
        for (Map.Entry<String, JsonNode> change : changes.properties()) {
            if (change.getValue().isNull()) {
                result.remove(change.getKey());
            } else {
                result.set(change.getKey(), merged(result.path(change.getKey()), change.getValue()));
            }
        }
        return result;
    }
}
