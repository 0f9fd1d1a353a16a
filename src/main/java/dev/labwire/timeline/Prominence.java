package dev.labwire.timeline;

import dev.labwire.extraction.Reference;
import dev.labwire.timeline.event.TimelineEvent;
import dev.labwire.timeline.merge.Organizations;
import java.util.Map;

/**
 * How much is told of each person and organisation on the whole timeline: who is told of more, stands higher.
 *
 * @param organizations by id, number of articles on news in which it has a part
 * @param people by id, number of articles on news that are theirs
 */
public record Prominence(Map<String, Long> organizations, Map<String, Long> people) {

    public Prominence {
        organizations = Map.copyOf(organizations);
        people = Map.copyOf(people);
    }

    /** The standing of the one that stands highest among those who have a part in the event; 0 and more, mostly below 10. */
    public double of(TimelineEvent event) {
        double standing = Organizations.of(event.move(), event.release(), event.deal())
                .map(Reference::id)
                .mapToLong(id -> organizations.getOrDefault(id, 0L))
                .mapToDouble(Math::log1p)
                .max()
                .orElse(0);
        String person = event.move() == null ? null : event.move().person().id();
        return standing + (person == null ? 0 : Math.log1p(people.getOrDefault(person, 0L)));
    }
}
