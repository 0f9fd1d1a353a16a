package dev.labwire.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of deliveries.
 *
 * @param next cursor of the page that follows; null on the last one
 */
record DeliveryPage(List<DeliveryView> items, @Nullable String next) {

    DeliveryPage {
        items = List.copyOf(items);
    }
}
