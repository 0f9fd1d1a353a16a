package dev.labwire.digest;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The secret that signs links. */
@Entity
@Table(name = "signing_key")
class SigningKey {

    @Id
    public String name = "";

    public String secret = "";
    public Instant createdAt = Instant.EPOCH;
}
