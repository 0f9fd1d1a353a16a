package dev.labwire.extraction;

/**
 * A person or an organisation, by its stable slug and its usual name.
 *
 * @param id lower-case ASCII slug, such as {@code andrej-karpathy}
 */
public record Reference(String id, String name) {}
