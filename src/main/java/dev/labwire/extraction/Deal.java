package dev.labwire.extraction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a deal.
 *
 * @param organizations its parties: who raises, buys or orders comes first
 * @param amountUsd US dollars
 * @param subject what it is about, as written
 */
public record Deal(
        List<Reference> organizations,
        @Nullable Double amountUsd,
        @Nullable String subject) {

    public Deal {
        organizations = List.copyOf(organizations);
    }
}
