package dev.labwire.timeline.form;

import java.net.URI;
import java.time.Instant;

/**
 * What a form says of the list itself.
 *
 * @param self address of the list in this form
 * @param home address of the service
 * @param updated when something on the list changed last
 */
public record FormHead(URI self, URI home, Instant updated) {

    static final String TITLE = "Labwire";
    static final String ABOUT = "People moves, model announcements and deals of the AI industry";
}
