package dev.labwire.timeline;

import dev.labwire.timeline.merge.Happening;
import dev.labwire.timeline.merge.Telling;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The row of one event as it is now: its id and the columns that lists filter and sort by. Its body is its revision's. */
@Entity
@Table(name = "event")
class StoredEvent extends EventColumns {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String block = "";

    @Column(name = "content_hash")
    private String contentHash = "";

    @Column(name = "revision_id")
    private @Nullable Long revisionId;

    @Column(name = "anchor_article")
    private @Nullable Long anchorArticle;

    @Column(name = "anchor_quote")
    private @Nullable String anchorQuote;

    private boolean hidden;

    @Column(name = "split_off")
    private boolean splitOff;

    @Column(name = "updated_at")
    private Instant updatedAt = Instant.EPOCH;

    /** For Hibernate. */
    StoredEvent() {}

    StoredEvent(String publicId) {
        super(publicId);
    }

    long id() {
        return id == null ? 0 : id;
    }

    boolean isNew() {
        return id == null;
    }

    String block() {
        return block;
    }

    boolean hidden() {
        return hidden;
    }

    /** Born when an admin took it out of another event. */
    boolean splitOff() {
        return splitOff;
    }

    /** Nobody tells of it any more, or it is no event of its own. */
    boolean vanished() {
        return gone() && !hidden;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    @Nullable
    Long revisionId() {
        return revisionId;
    }

    /** True when the event already says so. */
    boolean says(String hash) {
        return !vanished() && contentHash.equals(hash);
    }

    /** True when this is the telling that it was born with, or that took the place of that one; one sentence may tell of several subjects. */
    boolean anchoredAt(Telling telling) {
        return anchorArticle != null
                && anchorArticle == telling.article().id()
                && block.equals(telling.block())
                && telling.sentence().equals(anchorQuote);
    }

    /** Takes over all that the happening says. */
    void tell(Happening happening, String hash) {
        tell(happening);
        block = happening.block();
        contentHash = hash;
        hidden = happening.hidden();
        splitOff = isNew() ? happening.apart() : splitOff;
        boolean bornWithOneOfThese = happening.tellings().stream()
                .anyMatch(telling -> !happening.aside().contains(telling) && anchoredAt(telling));
        if (!bornWithOneOfThese) {
            Telling anchor = happening.anchor();
            anchorArticle = anchor.article().id();
            anchorQuote = anchor.sentence();
        }
    }

    @Override
    void bury(@Nullable String survivor) {
        super.bury(survivor);
        hidden = false;
    }

    void stamp(long number, Instant now) {
        number(number);
        updatedAt = now;
    }

    void in(StoredRevision revision) {
        revisionId = revision.id();
    }
}
