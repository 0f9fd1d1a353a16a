package dev.labwire.feed.document;

import org.jspecify.annotations.Nullable;

/**
 * An entry and who it is within its feed.
 *
 * @param itemKey the identity
 * @param linkKey what all spellings of its link share; null without a link
 * @param sharedLink whether other entries of the same document stand under that link
 * @param contentHash changes when the publisher edits the entry
 */
public record IdentifiedEntry(
        Entry entry, String itemKey, @Nullable String linkKey, boolean sharedLink, String contentHash) {}
