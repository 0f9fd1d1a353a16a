package dev.labwire.digest;

import dev.labwire.delivery.Letter;
import dev.labwire.delivery.LetterWriter;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.ZoneId;

/** Writes short letters. */
@Singleton
final class NoteRenderer {

    private final LetterWriter letters;
    private final Links links;
    private final InstantSource clock;

    NoteRenderer(LetterWriter letters, Links links, InstantSource clock) {
        this.letters = letters;
        this.links = links;
        this.clock = clock;
    }

    /** The layouts. */
    @CheckedTemplate(basePath = "digest")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance note(Note note);

        static native TemplateInstance notePlain(Note note);
    }

    /** The note as a message to that address; the id without its host. */
    String message(Note note, String to, String id, ZoneId zone) {
        return letters.message(new Letter(
                to,
                note.title(),
                Templates.notePlain(note).render(),
                Templates.note(note).render(),
                id + "@" + links.host(),
                clock.instant(),
                zone,
                null));
    }
}
