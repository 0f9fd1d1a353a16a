package dev.labwire.timeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.labwire.directory.Directory;
import dev.labwire.directory.Entry;
import dev.labwire.directory.NameBook;
import dev.labwire.directory.Shelf;
import dev.labwire.extraction.Deal;
import dev.labwire.extraction.Kind;
import dev.labwire.extraction.Move;
import dev.labwire.extraction.OccurredOn;
import dev.labwire.extraction.Release;
import dev.labwire.extraction.Status;
import dev.labwire.problem.Problem;
import dev.labwire.problem.ProblemException;
import dev.labwire.timeline.event.TimelineEvent;
import dev.labwire.timeline.merge.Decision;
import dev.labwire.timeline.merge.Happening;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Corrections of events, given as merge patches (RFC 7396) of what an event tells. */
@Singleton
final class Corrections {

    private static final String HEADLINE = "headline";
    private static final String KIND = "kind";
    private static final Set<String> FIELDS = Set.of(HEADLINE, KIND, "status", "occurredOn", "move", "release", "deal");
    private static final Map<String, Shelf> REFERENCES = Map.of(
            "person", Shelf.PERSON,
            "reportsTo", Shelf.PERSON,
            "from", Shelf.ORGANIZATION,
            "to", Shelf.ORGANIZATION,
            "organization", Shelf.ORGANIZATION,
            "model", Shelf.MODEL);
    private static final int LONGEST_NAME = 150;
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final ObjectMapper mapper;
    private final NameBook names;
    private final Directory directory;

    Corrections(ObjectMapper mapper, NameBook names, Directory directory) {
        this.mapper = mapper;
        this.names = names;
        this.directory = directory;
    }

    /** The correction that a patch makes; what it can't correct any more after a text was read anew, it leaves alone. */
    Decision.Correction of(JsonNode patch) {
        return happening -> {
            try {
                return corrected(happening, patch);
            } catch (JsonProcessingException | IllegalArgumentException | DateTimeException doesNotFit) {
                return happening;
            }
        };
    }

    /**
     * The patch with ids in the place of names.
     *
     * @throws ProblemException 400 where it names no field that can be corrected, or one wrongly
     */
    ObjectNode read(JsonNode patch, TimelineEvent event) {
        if (!(patch instanceof ObjectNode fields) || fields.isEmpty()) {
            throw ProblemException.badInput("body", "must be an object with at least one field to correct");
        }
        List<Problem.FieldError> errors = new ArrayList<>();
        fields.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                errors.add(new Problem.FieldError(
                        name, "can't be corrected; what can: " + String.join(", ", new TreeSet<>(FIELDS))));
            }
        });
        if (!errors.isEmpty()) {
            throw ProblemException.badInput(errors);
        }
        ObjectNode read = fields.deepCopy();
        List.of("move", "release", "deal").forEach(body -> references(body, read.get(body)));
        check(read, event);
        return read;
    }

    /** A name alone stands for the entry of that name, known or new; an entry is replaced as a whole. */
    private void references(String part, @Nullable JsonNode body) {
        if (!(body instanceof ObjectNode fields)) {
            return;
        }
        REFERENCES.forEach((field, shelf) -> {
            JsonNode value = fields.get(field);
            if (value != null && !value.isNull()) {
                fields.set(field, reference(part, shelf, value));
            }
        });
        JsonNode parties = fields.get("organizations");
        if (parties instanceof ArrayNode array) {
            ArrayNode read = mapper.createArrayNode();
            array.forEach(party -> read.add(reference(part, Shelf.ORGANIZATION, party)));
            fields.set("organizations", read);
        }
    }

    private ObjectNode reference(String part, Shelf shelf, JsonNode value) {
        String name = value.isTextual()
                ? value.asText().strip()
                : value.path("name").asText("").strip();
        String id = value.path("id").asText("");
        if (name.isEmpty() && !id.isEmpty()) {
            name = directory.find(shelf, id).map(Entry::name).orElse("");
        }
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw ProblemException.badInput(
                    part,
                    "a person, an organisation or a model needs a name of at most " + LONGEST_NAME + " characters");
        }
        if (id.isEmpty()) {
            id = id(shelf, name);
        }
        if (!ID.matcher(id).matches()) {
            throw ProblemException.badInput(part, "'" + id + "' can be no id: small letters, digits and hyphens");
        }
        ObjectNode reference = mapper.createObjectNode().put("id", id);
        Entry known = directory.find(shelf, id).orElse(new Entry(id, name));
        reference.put("name", value.isTextual() ? known.name() : name);
        if (shelf == Shelf.MODEL) {
            reference.put("family", known.family());
        }
        return reference;
    }

    private String id(Shelf shelf, String name) {
        return switch (shelf) {
            case PERSON -> names.personId(name);
            case ORGANIZATION -> names.organizationId(name);
            case MODEL -> names.modelId(name);
        };
    }

    private void check(ObjectNode patch, TimelineEvent event) {
        String body = event.type().wireName();
        for (String part : List.of("move", "release", "deal")) {
            JsonNode value = patch.get(part);
            boolean own = part.equals("move") && event.move() != null
                    || part.equals("release") && event.release() != null
                    || part.equals("deal") && event.deal() != null;
            if (value != null && (!own || !value.isObject())) {
                throw ProblemException.badInput(part, own ? "must be an object" : "is no part of a " + body);
            }
        }
        CorrectedValues.check(patch);
        try {
            ObjectNode tree =
                    tree(event.kind(), event.status(), event.occurredOn(), event.move(), event.release(), event.deal());
            merge(tree, patch);
            Contents contents = contents(tree);
            if (contents.kind().type() != event.type()) {
                throw ProblemException.badInput(KIND, "'" + contents.kind().wireName() + "' is no kind of " + body);
            }
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException wrong) {
            throw ProblemException.badInput(field(patch), "does not fit: " + firstLine(wrong));
        }
    }

    private static String field(ObjectNode patch) {
        return String.join(
                ", ", patch.properties().stream().map(Map.Entry::getKey).toList());
    }

    private static String firstLine(Exception wrong) {
        if (wrong instanceof UnrecognizedPropertyException unknown) {
            return "there is no field '" + unknown.getPropertyName() + "'";
        }
        String message = wrong instanceof JsonProcessingException ? "a value is of the wrong kind" : wrong.getMessage();
        return message == null ? "malformed" : message.lines().findFirst().orElse("malformed");
    }

    private Happening corrected(Happening happening, JsonNode patch) throws JsonProcessingException {
        ObjectNode tree = tree(
                happening.kind(),
                happening.status(),
                happening.occurredOn(),
                happening.move(),
                happening.release(),
                happening.deal());
        merge(tree, patch);
        Contents contents = contents(tree);
        if (contents.kind().type() != happening.kind().type()) {
            return happening;
        }
        Happening corrected = happening.telling(
                contents.kind(),
                contents.status(),
                contents.occurredOn(),
                contents.move(),
                contents.release(),
                contents.deal());
        return patch.hasNonNull(HEADLINE)
                ? corrected.headed(patch.get(HEADLINE).asText().strip())
                : corrected;
    }

    private record Contents(
            Kind kind,
            Status status,
            @Nullable OccurredOn occurredOn,
            @Nullable Move move,
            @Nullable Release release,
            @Nullable Deal deal) {}

    private ObjectNode tree(
            Kind kind,
            Status status,
            @Nullable OccurredOn occurredOn,
            @Nullable Move move,
            @Nullable Release release,
            @Nullable Deal deal) {
        return mapper.valueToTree(new Contents(kind, status, occurredOn, move, release, deal));
    }

    private Contents contents(ObjectNode tree) throws JsonProcessingException {
        Contents contents = mapper.treeToValue(tree.without(HEADLINE), Contents.class);
        Move move = contents.move();
        if (contents.kind() == null
                || contents.status() == null
                || move != null && move.person() == null
                || contents.release() != null && contents.release().model() == null
                || contents.deal() != null && contents.deal().organizations().isEmpty()) {
            throw new IllegalArgumentException("something that every event has would be missing");
        }
        return contents;
    }

    /** RFC 7396, section 2; a benchmark list and the like is replaced whole. */
    private static void merge(ObjectNode target, JsonNode patch) {
        patch.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (value.isNull()) {
                target.putNull(field.getKey());
            } else if (value.isObject() && target.get(field.getKey()) instanceof ObjectNode inner) {
                merge(inner, value);
            } else {
                target.set(field.getKey(), value.deepCopy());
            }
        });
    }
}
