package dev.labwire.timeline.form;

import java.util.Arrays;
import java.util.Optional;

/** The forms in which a list of events can be had. */
public enum Form {
    /** RFC 4180, with a header line */
    CSV("csv", "text/csv; charset=utf-8; header=present", CsvForm::new),
    /** RSS 2.0 */
    RSS("rss", "application/rss+xml; charset=utf-8", RssForm::new),
    /** RFC 4287 */
    ATOM("atom", "application/atom+xml; charset=utf-8", AtomForm::new),
    /** JSON Feed 1.1 */
    JSON_FEED("feed.json", "application/feed+json; charset=utf-8", JsonFeedForm::new),
    /** RFC 5545 with the names of RFC 7986 */
    CALENDAR("ics", "text/calendar; charset=utf-8", CalendarForm::new);

    private final String suffix;
    private final String mediaType;
    private final EventForm.Beginning beginning;

    Form(String suffix, String mediaType, EventForm.Beginning beginning) {
        this.suffix = suffix;
        this.mediaType = mediaType;
        this.beginning = beginning;
    }

    /** The form whose addresses end so. */
    public static Optional<Form> of(String suffix) {
        return Arrays.stream(values())
                .filter(form -> form.suffix.equals(suffix))
                .findFirst();
    }

    public String suffix() {
        return suffix;
    }

    public String mediaType() {
        return mediaType;
    }

    public EventForm.Beginning beginning() {
        return beginning;
    }
}
