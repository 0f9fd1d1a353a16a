package dev.labwire.timeline.form;

import dev.labwire.timeline.event.TimelineEvent;
import java.io.IOException;
import java.io.OutputStream;

/** Writes a list of events, one after the other. Not thread-safe; {@link #end} ends the form, not the stream. */
public interface EventForm {

    void event(TimelineEvent event) throws IOException;

    void end() throws IOException;

    /** Begins a form. */
    interface Beginning {
        EventForm begin(FormHead head, OutputStream to) throws IOException;
    }
}
