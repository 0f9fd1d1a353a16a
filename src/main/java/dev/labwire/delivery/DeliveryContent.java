package dev.labwire.delivery;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of the table of what is sent. */
@Entity
@Table(name = "delivery_content")
class DeliveryContent {

    @Id
    public long deliveryId;

    public String packed = "";
}
