package dev.labwire.digest;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of the table of what stands still now. */
@Entity
@Table(name = "standstill")
class Standstill {

    @Id
    public String name = "";

    public Instant since = Instant.EPOCH;
    public String detail = "";
}
