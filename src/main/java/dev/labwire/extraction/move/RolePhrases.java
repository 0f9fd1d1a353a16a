package dev.labwire.extraction.move;

import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.Unit;
import dev.labwire.extraction.frame.Unit.Type;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Titles, functions and units as the sentence writes them. */
final class RolePhrases {

    private static final Set<String> TAIL = Set.of("of", "for");
    private static final Set<String> ENDS = Set.of(
            "at",
            "in",
            "who",
            "which",
            "that",
            "after",
            "before",
            "since",
            "until",
            "from",
            "on",
            "as",
            "will",
            "has",
            "have",
            "is",
            "was",
            "to",
            "with",
            "and",
            "but",
            "he",
            "she",
            "according",
            "said",
            "says",
            "while",
            "when",
            "where",
            "by",
            "under",
            "into",
            "this",
            "last",
            "starting",
            "effective",
            "reporting",
            "replacing",
            "succeeding",
            "months",
            "weeks",
            "years",
            "days",
            "following",
            "amid",
            "confirmed",
            "announced",
            "told");
    private static final Set<String> FUNCTION_VERBS =
            Set.of("lead", "head", "run", "oversee", "work", "drive", "build", "manage", "focus", "direct", "carry");
    private static final Set<String> CLAUSE = Set.of(
            "after",
            "before",
            "who",
            "which",
            "that",
            "but",
            "while",
            "when",
            "where",
            "he",
            "she",
            "according",
            "said",
            "as",
            "reporting",
            "since",
            "until");
    private static final Pattern TEAM = Pattern.compile(
            "(?:(?:its|the|their|a|our|new|[’']s)\\s+)((?:[\\p{L}][\\p{L}\\d&-]*\\s+){1,4}?)(team|group|unit|division|organi[sz]ation|department|lab)\\b");
    private static final Set<String> EMPTY_TEAM_WORDS = Set.of(
            "a",
            "the",
            "new",
            "its",
            "their",
            "his",
            "her",
            "our",
            "small",
            "research",
            "own",
            "entire",
            "whole",
            "growing",
            "same",
            "old",
            "this",
            "that",
            "ai",
            "of",
            "and",
            "to",
            "in",
            "for",
            "leadership",
            "with",
            "startup",
            "rival",
            "first");

    private RolePhrases() {}

    /** The title at a unit with its partners and its tail: "managing director and head of OpenAI for Countries". */
    static String at(AnnotatedSentence sentence, int unit) {
        int end = tail(sentence, unit + 1);
        while (end + 1 < sentence.size() && sentence.unit(end).word("and")) {
            int next = end + 1;
            if (sentence.unit(next).word("the") || sentence.unit(next).word("a")) {
                next++;
            }
            if (next >= sentence.size() || !sentence.unit(next).is(Type.ROLE)) {
                break;
            }
            end = tail(sentence, next + 1);
        }
        return sentence.text(unit, end);
    }

    private static int tail(AnnotatedSentence sentence, int end) {
        if (end + 1 >= sentence.size() || !TAIL.contains(sentence.unit(end).norm())) {
            return end;
        }
        int at = end + 1;
        while (at < sentence.size() && at < end + 9) {
            Unit unit = sentence.unit(at);
            boolean hyphen = unit.word("-") && !sentence.spaced(at);
            if (unit.is(Type.SIGN) && !hyphen && !unit.word("&")
                    || ENDS.contains(unit.norm()) && !goesOn(sentence, at)
                    || unit.is(Type.PERSON)
                    || unit.is(Type.DATE)) {
                break;
            }
            at++;
        }
        return at > end + 1 ? at : end;
    }

    /** "head of research and safety": a conjunction between two plain words stays in the tail. */
    private static boolean goesOn(AnnotatedSentence sentence, int at) {
        return sentence.unit(at).word("and")
                && at + 1 < sentence.size()
                && sentence.unit(at + 1).is(Type.WORD)
                && sentence.unit(at + 1).lemmas().isEmpty()
                && !ENDS.contains(sentence.unit(at + 1).norm())
                && !Set.of("the", "a", "an", "its")
                        .contains(sentence.unit(at + 1).norm());
    }

    /** A title said behind the move: "as NP role", "to be its new role". */
    static Optional<String> after(AnnotatedSentence sentence, int from) {
        for (int i = from; i < sentence.size() && i < from + 16; i++) {
            Unit unit = sentence.unit(i);
            boolean opens = unit.word("as")
                    || unit.word("where")
                    || unit.word("become")
                    || unit.lemma("become")
                    || unit.word("(");
            if (!opens) {
                continue;
            }
            for (int j = i + 1; j < sentence.size() && j < i + 8; j++) {
                if (sentence.unit(j).is(Type.ROLE)) {
                    return Optional.of(at(sentence, j));
                }
                if (sentence.unit(j).is(Type.SIGN)
                        && !sentence.unit(j).word("'s")
                        && !sentence.unit(j).word("-")) {
                    break;
                }
            }
        }
        return Optional.empty();
    }

    /** A function said behind the move: "to lead its superintelligence effort", "to work on personal agents". */
    static Optional<String> function(AnnotatedSentence sentence, int from) {
        for (int i = Math.max(from, 0); i + 1 < sentence.size() && i < from + 10; i++) {
            if (!sentence.unit(i).word("to")
                    && !sentence.unit(i).word("will")
                    && !sentence.unit(i).word("and")) {
                continue;
            }
            Unit verb = sentence.unit(i + 1);
            boolean leads = FUNCTION_VERBS.contains(verb.norm());
            if (leads) {
                int end = i + 2;
                while (end < sentence.size()
                        && end < i + 14
                        && !sentence.unit(end).is(Type.DATE)
                        && !(sentence.unit(end).is(Type.SIGN)
                                && !sentence.unit(end).word("-")
                                && !sentence.unit(end).word("'s"))
                        && !CLAUSE.contains(sentence.unit(end).norm())) {
                    end++;
                }
                return end > i + 2 ? Optional.of(sentence.text(i + 1, end)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The unit of an organisation that a sentence names: "pre-training team", "in pre-training". */
    static Optional<String> team(String text, Set<String> teams) {
        return namedTeam(text).or(() -> knownTeam(text.toLowerCase(java.util.Locale.ROOT), teams));
    }

    private static Optional<String> knownTeam(String text, Set<String> teams) {
        return teams.stream()
                .filter(team -> text.matches("(?s).*\\b(?:in|on|within|to|\\|)\\s+(?:the\\s+|its\\s+)?"
                        + java.util.regex.Pattern.quote(team) + "\\b.*"))
                .sorted()
                .findFirst();
    }

    private static Optional<String> namedTeam(String text) {
        Matcher matcher = TEAM.matcher(text);
        while (matcher.find()) {
            String name = matcher.group(1).strip();
            boolean empty = java.util.Arrays.stream(
                            name.toLowerCase(java.util.Locale.ROOT).split("\\s+"))
                    .allMatch(EMPTY_TEAM_WORDS::contains);
            if (!empty) {
                return Optional.of(strip(name) + (matcher.group(2).equals("team") ? " team" : " " + matcher.group(2)));
            }
        }
        return Optional.empty();
    }

    private static String strip(String name) {
        String stripped = name;
        for (String lead : Set.of("the ", "new ", "its ", "a ", "their ", "small ")) {
            stripped = stripped.startsWith(lead) ? stripped.substring(lead.length()) : stripped;
        }
        return stripped;
    }
}
