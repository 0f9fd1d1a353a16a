package dev.labwire.timeline;

import dev.labwire.directory.Directory;
import dev.labwire.directory.Entry;
import dev.labwire.directory.Shelf;
import dev.labwire.extraction.Deal;
import dev.labwire.extraction.Move;
import dev.labwire.extraction.Reference;
import dev.labwire.extraction.Release;
import dev.labwire.timeline.merge.Happening;
import dev.labwire.timeline.merge.Organizations;
import dev.labwire.timeline.merge.Telling;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Enters whoever is told of into the directory. */
@ApplicationScoped
class DirectoryUpdate {

    private final Directory directory;

    DirectoryUpdate(Directory directory) {
        this.directory = directory;
    }

    /** Enters all that articles tell of, and what a decision or the telling apart of namesakes made of it. */
    void learn(List<Telling> tellings, List<Happening> happenings) {
        List<Named> named = Stream.concat(
                        tellings.stream()
                                .sorted(Telling.BY_KEY)
                                .map(Telling::mention)
                                .map(mention -> new Named(mention.move(), mention.release(), mention.deal())),
                        happenings.stream()
                                .map(happening -> new Named(happening.move(), happening.release(), happening.deal())))
                .toList();
        directory.remember(
                Shelf.PERSON, named.stream().flatMap(DirectoryUpdate::people).toList());
        directory.remember(
                Shelf.ORGANIZATION,
                named.stream()
                        .flatMap(one -> Organizations.of(one.move(), one.release(), one.deal()))
                        .map(DirectoryUpdate::entry)
                        .toList());
        directory.remember(
                Shelf.MODEL,
                named.stream()
                        .map(Named::release)
                        .filter(Objects::nonNull)
                        .map(DirectoryUpdate::model)
                        .toList());
    }

    /** Whoever and whatever is named at once. */
    private record Named(
            @Nullable Move move,
            @Nullable Release release,
            @Nullable Deal deal) {}

    private static Stream<Entry> people(Named named) {
        Move move = named.move();
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
