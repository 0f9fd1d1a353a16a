package dev.labwire.digest;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** A row of the table of what stands in which edition. */
@Entity
@Table(name = "edition_event")
@IdClass(EditionEvent.Key.class)
class EditionEvent {

    @Id
    public long editionId;

    @Id
    public int position;

    public long subscriptionId;
    public String eventId = "";
    public long number;
    public String mark = "";
    public boolean correction;

    /** Edition and place in it. */
    static final class Key implements Serializable {

        private static final long serialVersionUID = 1;

        public long editionId;
        public int position;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.editionId == editionId && key.position == position;
        }

        @Override
        public int hashCode() {
            return Objects.hash(editionId, position);
        }
    }
}
