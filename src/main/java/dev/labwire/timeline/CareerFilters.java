package dev.labwire.timeline;

import dev.labwire.extraction.EventType;
import dev.labwire.extraction.Kind;
import dev.labwire.extraction.Salience;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The filters behind the pages of a person, an organisation and a model. */
final class CareerFilters {

    private static final List<String> NONE = List.of();
    private static final List<String> ARRIVALS = wireNames(Kind.JOIN, Kind.RETURN, Kind.FOUND, Kind.BOARD);
    private static final List<String> DEPARTURES =
            wireNames(Kind.JOIN, Kind.RETURN, Kind.FOUND, Kind.LEAVE, Kind.LEAVE_OF_ABSENCE, Kind.BOARD);

    private CareerFilters() {}

    /** All that is known of one person, recalled or news. */
    static EventFilter person(String id) {
        return filter(NONE, NONE, NONE, NONE, NONE, List.of(id), NONE, null);
    }

    /** All that is known, recalled or news. */
    static EventFilter everything() {
        return filter(NONE, NONE, NONE, NONE, NONE, NONE, NONE, null);
    }

    static EventFilter joined(String organization) {
        return filter(NONE, ARRIVALS, NONE, NONE, List.of(organization), NONE, NONE, Salience.PRIMARY);
    }

    static EventFilter left(String organization) {
        return filter(NONE, DEPARTURES, NONE, List.of(organization), NONE, NONE, NONE, Salience.PRIMARY);
    }

    static EventFilter released(String organization) {
        List<String> releases = List.of(EventType.MODEL_RELEASE.wireName());
        return filter(releases, NONE, List.of(organization), NONE, NONE, NONE, NONE, Salience.PRIMARY);
    }

    static EventFilter model(String id) {
        return filter(NONE, NONE, NONE, NONE, NONE, NONE, List.of(id), null);
    }

    private static List<String> wireNames(Kind... kinds) {
        return List.of(kinds).stream().map(Kind::wireName).toList();
    }

    private static EventFilter filter(
            List<String> types,
            List<String> kinds,
            List<String> organizations,
            List<String> from,
            List<String> to,
            List<String> people,
            List<String> models,
            @Nullable Salience salience) {
        return new EventFilter(
                types,
                kinds,
                NONE,
                organizations,
                from,
                to,
                people,
                models,
                null,
                null,
                null,
                NONE,
                NONE,
                NONE,
                0,
                0,
                salience,
                null);
    }
}
