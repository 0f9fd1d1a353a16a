package dev.labwire.timeline.merge;

import dev.labwire.directory.OrganizationKinship;
import dev.labwire.extraction.Deal;
import dev.labwire.extraction.Kind;
import dev.labwire.extraction.Move;
import dev.labwire.extraction.OccurredOn;
import dev.labwire.extraction.Reference;
import dev.labwire.extraction.Release;
import dev.labwire.extraction.Salience;
import dev.labwire.extraction.Status;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes down what a cluster of tellings has in common, field by field. */
final class HappeningWriter {

    private static final Comparator<Telling> AS_SHOWN =
            Comparator.comparing((Telling telling) -> !telling.primary()).thenComparing(Telling.BY_PUBLICATION);

    private final Ballot ballot;

    HappeningWriter(OrganizationKinship kinship) {
        this.ballot = new Ballot(kinship);
    }

    Happening happening(Cluster cluster) {
        List<Telling> sources = cluster.tellings();
        List<Telling> all = cluster.speaking();
        Kind kind = KindChoice.of(all, ballot);
        List<Telling> own = own(all, kind);
        List<Telling> ofItsBlock = of(cluster.block(), all);
        Move move = move(kind, all, own, ofItsBlock);
        Release release = new ReleaseFields(ballot).of(all, ofItsBlock);
        Deal deal = deal(all);
        Status status = StatusFold.of(own);
        OccurredOn date = date(all, own);
        return new Happening(
                cluster.block(),
                kind,
                status,
                all.stream().anyMatch(Telling::primary) ? Salience.PRIMARY : Salience.BACKGROUND,
                Confidence.of(all),
                Headline.of(kind, status, move == null ? null : inEnglish(move, own), release, deal),
                date,
                date == null ? EventDate.firstArticle(all) : date.lastDay(),
                move,
                release,
                deal,
                sources.stream()
                        .map(telling -> telling.article().firstSeenAt())
                        .min(Comparator.<Instant>naturalOrder())
                        .orElseThrow(),
                sources.stream().sorted(AS_SHOWN).toList(),
                History.of(own, new EventDate(ballot)),
                false,
                cluster.apart(),
                cluster.aside(),
                null,
                null);
    }

    /** The move with a role as English sources have it, or none: a headline is in one language. */
    private Move inEnglish(Move move, List<Telling> own) {
        List<Telling> english = own.stream()
                .filter(telling -> telling.article().language() == null
                        || telling.article().language().equals("en"))
                .toList();
        return new Move(
                move.person(),
                move.from(),
                move.to(),
                english.isEmpty() ? null : text(english, Move::role),
                move.team(),
                move.reportsTo(),
                move.statement());
    }

    /** Who was merged into whom by an admin keeps the name of the latter. */
    private static List<Telling> of(String block, List<Telling> all) {
        List<Telling> own =
                all.stream().filter(telling -> telling.block().equals(block)).toList();
        return own.isEmpty() ? all : own;
    }

    /** Without the departures that an arrival took in: they know of the way out alone. */
    private static List<Telling> own(List<Telling> all, Kind kind) {
        return kind == Kind.LEAVE
                ? all
                : all.stream().filter(telling -> telling.kind() != Kind.LEAVE).toList();
    }

    /** The day on which a rumour has it is that of the rumour, where others know of the happening. */
    private @Nullable OccurredOn date(List<Telling> all, List<Telling> own) {
        List<Telling> sure = own.stream()
                .filter(telling -> telling.mention().status() == Status.CONFIRMED
                        || telling.mention().status() == Status.REPORTED)
                .toList();
        OccurredOn happened = new EventDate(ballot).of(sure);
        OccurredOn date = happened == null ? new EventDate(ballot).of(own) : happened;
        return date == null ? new EventDate(ballot).of(all) : date;
    }

    private @Nullable Move move(Kind kind, List<Telling> all, List<Telling> own, List<Telling> ofItsBlock) {
        Move any = own.get(0).mention().move();
        if (any == null) {
            return null;
        }
        Reference person = reference(ofItsBlock, Move::person);
        Reference to = reference(own, Move::to);
        List<Telling> leavers = all.stream()
                .filter(telling -> telling.kind() != Kind.ROLE_CHANGE)
                .toList();
        Reference from = kind == Kind.ROLE_CHANGE ? to : reference(leavers, Move::from);
        return new Move(
                person == null ? any.person() : person,
                from,
                to,
                text(own, Move::role),
                text(own, Move::team),
                reference(own, Move::reportsTo),
                text(all, Move::statement));
    }

    private @Nullable Reference reference(List<Telling> tellings, MoveField<Reference> field) {
        return ballot.electReference(tellings, field::of);
    }

    private @Nullable String text(List<Telling> tellings, MoveField<String> field) {
        return ballot.elect(tellings, field::of);
    }

    private @Nullable Deal deal(List<Telling> tellings) {
        if (tellings.get(0).mention().deal() == null) {
            return null;
        }
        List<Reference> parties =
                ballot.elect(tellings, telling -> deal(telling).organizations(), HappeningWriter::ids, List::size);
        return new Deal(
                parties == null ? List.of() : parties,
                ballot.elect(tellings, telling -> deal(telling).amountUsd()),
                ballot.elect(tellings, telling -> deal(telling).subject()));
    }

    private static Deal deal(Telling telling) {
        return Objects.requireNonNull(telling.mention().deal());
    }

    private static String ids(List<Reference> references) {
        return String.join(" ", references.stream().map(Reference::id).sorted().toList());
    }

    /** One field of the move that a telling tells of. */
    private interface MoveField<T> {

        @Nullable
        T in(Move move);

        default @Nullable T of(Telling telling) {
            Move move = telling.mention().move();
            return move == null ? null : in(move);
        }
    }
}
