package dev.labwire.extraction.frame;

import dev.labwire.extraction.OccurredOn;
import dev.labwire.extraction.Status;
import dev.labwire.extraction.frame.Unit.Duty;
import dev.labwire.extraction.frame.Unit.Type;
import dev.labwire.extraction.language.DateFinder;
import dev.labwire.extraction.lexicon.Organization;
import dev.labwire.extraction.lexicon.Words;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Polarity, tense, hedges and time around a stretch of a sentence. */
public final class Circumstances {

    private final AnnotatedSentence sentence;
    private final Words words;
    private final int from;
    private final int to;

    /** The circumstances of the units from {@code from} up to {@code to}. */
    public Circumstances(AnnotatedSentence sentence, Words words, int from, int to) {
        this.sentence = sentence;
        this.words = words;
        this.from = from;
        this.to = to;
    }

    /** "did not join", "tried to hire", "refused to leave": it did not happen. */
    public boolean negated() {
        boolean none = from > 0 && sentence.unit(from - 1).word("no");
        if (none) {
            return true;
        }
        for (int i = from; i < to; i++) {
            String word = sentence.unit(i).norm();
            boolean noLonger = word.equals("no")
                    && i + 1 < sentence.size()
                    && sentence.unit(i + 1).word("longer");
            if (sentence.unit(i).is(Type.WORD) && words.in("negation", word) && !noLonger) {
                return true;
            }
        }
        return false;
    }

    /** A party contradicts it: "denied that…", "dismissed reports of…". */
    public boolean denied() {
        for (int i = Math.max(0, from - 8); i < Math.min(sentence.size(), to + 6); i++) {
            if (sentence.unit(i).is(Type.WORD)
                    && words.in("deny", sentence.unit(i).norm())) {
                return true;
            }
        }
        return false;
    }

    /** "if", "would", "should", a question: nobody says that it happened. */
    public boolean hypothetical() {
        if (sentence.sentence().quote().strip().endsWith("?")) {
            return true;
        }
        for (int i = Math.max(0, from - 3); i < to; i++) {
            if (sentence.unit(i).is(Type.WORD)
                    && words.in("conditional", sentence.unit(i).norm())) {
                return true;
            }
        }
        return asked();
    }

    /** "asks that she be removed": a bare "be" behind a word of asking. */
    private boolean asked() {
        boolean bare = false;
        for (int i = Math.max(1, from); i < to; i++) {
            bare |= sentence.unit(i).word("be") && !sentence.unit(i - 1).may(Duty.AUXILIARY);
        }
        return bare && sentence.units().subList(0, from).stream().anyMatch(unit -> words.in("demanding", unit.norm()));
    }

    /** How sure the sentence is; the document may know more. */
    public Status status() {
        if (denied()) {
            return Status.DENIED;
        }
        for (int i = Math.max(0, from - 6); i < Math.min(sentence.size(), to + 2); i++) {
            if (sentence.unit(i).is(Type.WORD)
                    && words.in("hedge-rumor", sentence.unit(i).norm())) {
                return Status.RUMORED;
            }
        }
        return reportedHere() ? Status.REPORTED : Status.CONFIRMED;
    }

    /** "reportedly", "sources say", "Bloomberg reported". */
    private boolean reportedHere() {
        int end = clauseEnd();
        for (int i = 0; i < end; i++) {
            Unit unit = sentence.unit(i);
            if (unit.is(Type.WORD)
                    && (words.in("hedge-report", unit.norm())
                            || unit.word("said")
                                    && i + 2 < sentence.size()
                                    && sentence.unit(i + 1).word("to")
                                    && sentence.unit(i + 2).word("be"))) {
                return true;
            }
            if (words.in("cited", unit.norm()) && cited(i)) {
                return true;
            }
            boolean outlet = unit.is(Type.ORGANIZATION)
                    && unit.valueAs(Organization.class).publisher();
            if (outlet
                    && i + 1 < sentence.size()
                    && (sentence.unit(i + 1).lemma("report")
                            || i > 0 && sentence.unit(i - 1).word("to"))) {
                return true;
            }
        }
        return false;
    }

    /** What a relative clause or another statement behind the stretch hedges is something else. */
    private int clauseEnd() {
        int end = to;
        while (end < sentence.size()
                && !words.in("other-statements", sentence.unit(end).norm())) {
            end++;
        }
        return end;
    }

    /** "Sources:", "sources say", "- report" at the end. */
    private boolean cited(int noun) {
        if (noun + 1 >= sentence.size()) {
            return noun > 0 && sentence.unit(noun - 1).is(Type.SIGN);
        }
        Unit next = sentence.unit(noun + 1);
        return next.word(":") || next.lemma("say") || words.in("knowing", next.norm());
    }

    /** "had left": told as past of the past. */
    public boolean pluperfect() {
        for (int i = from; i < to; i++) {
            if (sentence.unit(i).word("had")) {
                return !reportedSpeech(i);
            }
        }
        return witnessed() || opensWithEarlier();
    }

    /** "此前，…": in other languages than English a word for "had" that opens the sentence is one for "earlier". */
    private boolean opensWithEarlier() {
        int first = 0;
        while (first < from && sentence.unit(first).is(Type.SIGN)) {
            first++;
        }
        return !words.english() && first < from && sentence.unit(first).word("had");
    }

    /** "said it had appointed": behind a verb of saying "had" is "has". */
    private boolean reportedSpeech(int had) {
        for (int i = had - 1; i >= 0; i--) {
            Unit unit = sentence.unit(i);
            if (unit.lemma("say")
                    || unit.lemma("announce")
                    || unit.lemma("write")
                    || unit.lemma("confirm")
                    || unit.lemma("tell")
                    || unit.lemma("report")) {
                return true;
            }
            if (unit.word(";") || unit.word("who") || unit.word("which")) {
                return false;
            }
        }
        return false;
    }

    /** "had already seen Jane Doe go". */
    private boolean witnessed() {
        for (int i = Math.max(1, from - 12); i < from; i++) {
            if (sentence.unit(i).word("seen")) {
                return sentence.units().subList(Math.max(0, i - 3), i).stream().anyMatch(unit -> unit.word("had"));
            }
        }
        return false;
    }

    /** "has left", "is leaving", "will join", "joins": of now. */
    public boolean present(int verb) {
        if (verb >= sentence.size()) {
            return false;
        }
        if (!words.english()) {
            return !words.setIfAny("past-forms").contains(sentence.unit(verb).norm());
        }
        for (int i = Math.max(from, verb - 4); i < verb; i++) {
            if (words.in("perfect", sentence.unit(i).norm())
                    || words.in("future", sentence.unit(i).norm())) {
                return true;
            }
        }
        String form = sentence.unit(verb).norm();
        if (words.in("past-auxiliaries", form)) {
            return false;
        }
        return form.endsWith("s") && !form.endsWith("ss") || form.endsWith("ing");
    }

    /** Whether the language is one in which what has no verb is told as of now. */
    public boolean tenseless() {
        return !words.english();
    }

    /** Whether the stretch hangs on "after", "before", "who"… right before it or inside its beginning. */
    public boolean subordinate(int subject) {
        for (int i = Math.max(0, subject - 2); i <= subject && i < sentence.size(); i++) {
            if (words.in("subordinate", sentence.unit(i).norm())) {
                return true;
            }
        }
        for (int i = Math.max(0, from - 2); i < from; i++) {
            if (words.in("subordinate", sentence.unit(i).norm())) {
                return true;
            }
        }
        return false;
    }

    /** The date that belongs to the stretch: behind it, else inside it, else before it; no bound of a span, none of an aside. */
    public Optional<DateFinder.Found> date() {
        DateFinder.Found best = null;
        int nearest = Integer.MAX_VALUE;
        for (int i = 0; i < sentence.size(); i++) {
            if (!sentence.unit(i).is(Type.DATE)
                    || i > 0 && words.in("time-bounds", sentence.unit(i - 1).norm())) {
                continue;
            }
            if (i >= to && otherClause(i)) {
                continue;
            }
            int distance = i >= to ? i - to : i >= from ? aside(i) ? 18 : 1 : 6 + from - i;
            if (distance < nearest && distance < 22) {
                nearest = distance;
                best = sentence.unit(i).valueAs(DateFinder.Found.class);
            }
        }
        return Optional.ofNullable(best);
    }

    /** Whether a verb other than one of saying stands between the stretch and a unit behind it. */
    private boolean otherClause(int at) {
        for (int i = to; i < at; i++) {
            Unit unit = sentence.unit(i);
            if (!unit.lemmas().isEmpty()
                    && words.set("saying").stream().noneMatch(unit::lemma)
                    && !unit.norm().endsWith("ing")
                    && !sentence.unit(i - 1).word("to")
                    && !sentence.unit(i - 1).word("the")) {
                return true;
            }
        }
        return false;
    }

    /** Whether a unit inside the stretch stands between commas. */
    private boolean aside(int at) {
        boolean opened = false;
        for (int i = from; i < at; i++) {
            opened |= sentence.unit(i).word(",") || sentence.unit(i).word("(");
        }
        boolean closed = false;
        for (int i = at + 1; i < to; i++) {
            closed |= sentence.unit(i).word(",") || sentence.unit(i).word(")");
        }
        return opened && closed;
    }

    /** Whether a date is long gone at publication. */
    public static boolean old(@Nullable OccurredOn on, @Nullable LocalDate published) {
        return olderThan(60, on, published);
    }

    /** Whether a date lies more than so many days before publication. */
    public static boolean olderThan(int days, @Nullable OccurredOn on, @Nullable LocalDate published) {
        return on != null && published != null && ChronoUnit.DAYS.between(on.lastDay(), published) > days;
    }
}
