package dev.labwire.timeline;

import dev.labwire.directory.Directory;
import dev.labwire.directory.Entry;
import dev.labwire.directory.Shelf;
import dev.labwire.extraction.Mention;
import dev.labwire.extraction.Move;
import dev.labwire.extraction.Reference;
import dev.labwire.extraction.Release;
import dev.labwire.timeline.merge.Organizations;
import dev.labwire.timeline.merge.Telling;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Enters whoever is told of into the directory. */
@ApplicationScoped
class DirectoryUpdate {

    private final Directory directory;

    DirectoryUpdate(Directory directory) {
        this.directory = directory;
    }

    void learn(List<Telling> tellings) {
        List<Mention> mentions =
                tellings.stream().sorted(Telling.BY_KEY).map(Telling::mention).toList();
        directory.remember(
                Shelf.PERSON, mentions.stream().flatMap(DirectoryUpdate::people).toList());
        directory.remember(
                Shelf.ORGANIZATION,
                mentions.stream()
                        .flatMap(Organizations::of)
                        .map(DirectoryUpdate::entry)
                        .toList());
        directory.remember(
                Shelf.MODEL,
                mentions.stream()
                        .map(Mention::release)
                        .filter(Objects::nonNull)
                        .map(DirectoryUpdate::model)
                        .toList());
    }

    private static Stream<Entry> people(Mention mention) {
        Move move = mention.move();
        return move == null
                ? Stream.empty()
                : Stream.of(move.person(), move.reportsTo())
                        .filter(Objects::nonNull)
                        .map(DirectoryUpdate::entry);
    }

    private static Entry entry(Reference reference) {
        return new Entry(reference.id(), reference.name());
    }

    private static Entry model(Release release) {
        Reference owner = release.organization();
        return new Entry(
                release.model().id(),
                release.model().name(),
                release.model().family(),
                owner == null ? null : owner.id());
    }
}
