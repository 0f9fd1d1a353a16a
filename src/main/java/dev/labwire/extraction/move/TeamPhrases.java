package dev.labwire.extraction.move;

import dev.labwire.extraction.lexicon.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Units of an organisation as the text writes them. */
final class TeamPhrases {

    private static final Pattern TEAM = Pattern.compile(
            "(?:(?:its|the|their|a|our|new|[’']s)\\s+)((?:[\\p{L}][\\p{L}\\d&-]*\\s+){1,4}?)(team|group|unit|division|organi[sz]ation|department|lab)\\b");

    private final Words words;

    TeamPhrases(Words words) {
        this.words = words;
    }

    /** The unit of an organisation that a sentence names: "pre-training team", "in pre-training". */
    Optional<String> in(String text) {
        return called(text).or(() -> known(text.toLowerCase(Locale.ROOT)));
    }

    private Optional<String> called(String text) {
        Matcher matcher = TEAM.matcher(text);
        while (matcher.find()) {
            String name = matcher.group(1).strip();
            boolean empty = Arrays.stream(name.toLowerCase(Locale.ROOT).split("\\s+"))
                    .allMatch(word -> words.in("no-team-names", word));
            if (!empty && !ofBefore(text, matcher.start())) {
                return Optional.of(strip(name) + (matcher.group(2).equals("team") ? " team" : " " + matcher.group(2)));
            }
        }
        return Optional.empty();
    }

    /** "who ran the search team", "led a group": where somebody was, not where somebody goes. */
    private boolean ofBefore(String text, int at) {
        String clause = text.substring(Math.max(text.lastIndexOf(',', at), 0), at);
        return Arrays.stream(clause.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
                .anyMatch(word -> words.in("former-work", word));
    }

    private Optional<String> known(String text) {
        return words.set("team-names").stream()
                .filter(team -> text.contains(team)
                        && text.matches("(?s).*\\b(?:in|on|within|to|\\|)\\s+(?:the\\s+|its\\s+)?" + Pattern.quote(team)
                                + "\\b.*"))
                .sorted()
                .findFirst();
    }

    private static String strip(String name) {
        String stripped = name;
        for (String lead : List.of("the ", "its ", "their ", "a ", "new ", "small ")) {
            stripped = stripped.startsWith(lead) ? stripped.substring(lead.length()) : stripped;
        }
        return stripped;
    }
}
