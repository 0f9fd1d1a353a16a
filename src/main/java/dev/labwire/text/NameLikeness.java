package dev.labwire.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * How much two names sound alike whatever script they are in: 0.45 of their letters and 0.55 of their consonants in common
 * (one less the edit distance of Levenshtein 1966 over the longer length), the better of both orders of their parts. A name of
 * one part is held against the other's last part as well.
 */
public final class NameLikeness {

    private static final double LETTERS = 0.45;
    private static final double CONSONANTS = 0.55;
    private static final double OF_A_PART = 0.95;

    private NameLikeness() {}

    /** From 0, nothing in common, to 1. */
    public static double of(String one, String other) {
        String first = plain(one);
        String second = plain(other);
        List<String> turned = new ArrayList<>(Arrays.asList(first.split(" ")));
        Collections.reverse(turned);
        double best = Math.max(whole(first, second), whole(String.join(" ", turned), second));
        String last = first.substring(first.lastIndexOf(' ') + 1);
        boolean part = !second.contains(" ") && first.contains(" ");
        return part ? Math.max(best, OF_A_PART * whole(last, second)) : best;
    }

    private static String plain(String name) {
        return Latin.of(name).toLowerCase(Locale.ROOT).replace("dzh", "j");
    }

    private static double whole(String one, String other) {
        return LETTERS * alike(letters(one), letters(other))
                + CONSONANTS * alike(Latin.skeleton(one), Latin.skeleton(other));
    }

    private static String letters(String name) {
        return name.replaceAll("[^a-z]", "");
    }

    private static double alike(String one, String other) {
        int longest = Math.max(one.length(), other.length());
        return longest == 0 ? 1 : 1 - (double) distance(one, other) / longest;
    }

    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int above = row[j];
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? diagonal : diagonal + 1;
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}
