package dev.labwire.feed.document;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An entry in the making: a reader fills in what its kind of document tells. */
final class EntryDraft {

    @Nullable
    String guid;

    @Nullable
    String link;

    @Nullable
    String title;

    @Nullable
    String summary;

    @Nullable
    String content;

    @Nullable
    String author;

    @Nullable
    String language;

    @Nullable
    Instant publishedAt;

    @Nullable
    Instant updatedAt;

    @Nullable
    String comments;

    final Set<String> categories = new LinkedHashSet<>();
    final Set<String> enclosures = new LinkedHashSet<>();

    static EntryDraft of(Entry entry) {
        EntryDraft draft = new EntryDraft();
        draft.completeWith(entry);
        return draft;
    }

    /** Takes over what is still missing. */
    void completeWith(Entry other) {
        guid = guid == null ? other.guid() : guid;
        link = link == null ? other.link() : link;
        title = title == null ? other.title() : title;
        summary = summary == null ? other.summary() : summary;
        content = content == null ? other.content() : content;
        author = author == null ? other.author() : author;
        language = language == null ? other.language() : language;
        publishedAt = publishedAt == null ? other.publishedAt() : publishedAt;
        updatedAt = updatedAt == null ? other.updatedAt() : updatedAt;
        comments = comments == null ? other.comments() : comments;
        categories.addAll(other.categories());
        enclosures.addAll(other.enclosures());
    }

    Entry entry() {
        return new Entry(
                guid,
                link,
                title,
                summary,
                content,
                author,
                language,
                publishedAt == null ? updatedAt : publishedAt,
                updatedAt,
                comments,
                List.copyOf(categories),
                List.copyOf(enclosures));
    }
}
