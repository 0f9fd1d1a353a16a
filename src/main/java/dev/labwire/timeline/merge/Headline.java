package dev.labwire.timeline.merge;

import dev.labwire.extraction.Deal;
import dev.labwire.extraction.Kind;
import dev.labwire.extraction.Move;
import dev.labwire.extraction.Reference;
import dev.labwire.extraction.Release;
import dev.labwire.extraction.Status;
import dev.labwire.text.Latin;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says an event in one English sentence, made of its fields alone. */
final class Headline {

    private static final int LONGEST_ROLE = 80;
    private static final int LONGEST = 1000;

    /** A sentence in its parts: who, what they do, in the infinitive too, and to whom or what. */
    private record Sentence(String who, String does, String infinitive, String rest) {

        String as(Status status) {
            return switch (status) {
                case CONFIRMED -> text(does);
                case REPORTED -> text("reportedly " + does);
                case RUMORED -> text("may " + infinitive);
                case DENIED -> "Denied: " + text(does);
            };
        }

        private String text(String verb) {
            return (who + " " + verb + " " + rest).strip();
        }
    }

    private Headline() {}

    static String of(Kind kind, Status status, @Nullable Move move, @Nullable Release release, @Nullable Deal deal) {
        Sentence sentence = move != null
                ? move(kind, move)
                : release != null ? release(kind, release) : deal(kind, deal == null ? NO_DEAL : deal);
        String text = sentence.as(status);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    private static final Deal NO_DEAL = new Deal(List.of(), null, null);

    private static Sentence move(Kind kind, Move move) {
        String who = latin(move.person().name());
        String from = name(move.from(), "an employer");
        String to = name(move.to(), "a new employer");
        return switch (kind) {
            case LEAVE -> new Sentence(who, "leaves", "leave", from);
            case RETURN -> new Sentence(who, "returns to", "return to", to);
            case ROLE_CHANGE -> roleChange(who, move.role(), to);
            case FOUND -> new Sentence(who, "founds", "found", name(move.to(), "a company"));
            case LEAVE_OF_ABSENCE -> new Sentence(who, "takes a leave from", "take a leave from", from);
            case BOARD ->
                move.to() != null
                        ? new Sentence(who, "joins the board of", "join the board of", to)
                        : new Sentence(who, "leaves the board of", "leave the board of", from);
            default -> new Sentence(who, "joins", "join", to);
        };
    }

    private static Sentence roleChange(String who, @Nullable String role, String organization) {
        return role == null
                ? new Sentence(who, "takes a new role", "take a new role", "at " + organization)
                : new Sentence(who, "becomes", "become", shortened(role) + " at " + organization);
    }

    private static String shortened(String role) {
        if (role.length() <= LONGEST_ROLE) {
            return role;
        }
        int space = role.lastIndexOf(' ', LONGEST_ROLE);
        return role.substring(0, space > 0 ? space : LONGEST_ROLE) + "…";
    }

    private static Sentence release(Kind kind, Release release) {
        String owner = name(release.organization(), "");
        String model = release.model().name();
        if (owner.isEmpty()) {
            return unowned(kind, model);
        }
        return switch (kind) {
            case PREVIEW -> new Sentence(owner, "previews", "preview", model);
            case ANNOUNCE -> new Sentence(owner, "announces", "announce", model);
            case OPEN_WEIGHTS -> new Sentence(owner, "opens the weights of", "open the weights of", model);
            case UPDATE -> new Sentence(owner, "updates", "update", model);
            case DEPRECATE -> new Sentence(owner, "retires", "retire", model);
            default -> new Sentence(owner, "releases", "release", model);
        };
    }

    private static Sentence unowned(Kind kind, String model) {
        String done =
                switch (kind) {
                    case PREVIEW -> "previewed";
                    case ANNOUNCE -> "announced";
                    case OPEN_WEIGHTS -> "released with open weights";
                    case UPDATE -> "updated";
                    case DEPRECATE -> "retired";
                    default -> "released";
                };
        return new Sentence(model, "is " + done, "be " + done, "");
    }

    private static Sentence deal(Kind kind, Deal deal) {
        List<String> names = deal.organizations().stream().map(Reference::name).toList();
        String first = names.isEmpty() ? "A company" : names.get(0);
        String second = names.size() > 1 ? names.get(1) : "a company";
        return switch (kind) {
            case FUNDING -> new Sentence(first, "raises", "raise", amount(deal.amountUsd()));
            case ACQUISITION ->
                names.size() == 1
                        ? new Sentence(first, "is acquired", "be acquired", "")
                        : new Sentence(first, "acquires", "acquire", second);
            case COMPUTE ->
                names.size() == 1
                        ? new Sentence(first, "signs", "sign", "a compute deal")
                        : new Sentence(first + " and " + second, "sign", "sign", "a compute deal");
            default ->
                names.size() == 1
                        ? new Sentence(first, "enters", "enter", "a partnership")
                        : new Sentence(first + " and " + second, "partner", "partner", "");
        };
    }

    /** Such as {@code $1.5B}; three figures are enough for a headline. */
    private static String amount(@Nullable Double dollars) {
        if (dollars == null) {
            return "funding";
        }
        BigDecimal exact = BigDecimal.valueOf(dollars).round(new MathContext(3));
        int power = exact.precision() - exact.scale() - 1;
        int step = power >= 12 ? 4 : power >= 9 ? 3 : power >= 6 ? 2 : power >= 3 ? 1 : 0;
        String[] units = {"", "K", "M", "B", "T"};
        String figure = exact.movePointLeft(3 * step).stripTrailingZeros().toPlainString();
        return "$" + figure + units[step];
    }

    private static String name(@Nullable Reference reference, String otherwise) {
        return reference == null ? otherwise : latin(reference.name());
    }

    /** A name in another script in Latin letters, with the form that was read behind it. */
    private static String latin(String name) {
        return Latin.written(name) ? name : Latin.of(name) + " (" + name + ")";
    }
}
