package dev.labwire.feed.document;

/**
 * How large a pattern becomes when its counted repetitions are written out, which is what a compiler of RE2 does. Patterns
 * of a few characters can take all the memory there is.
 */
final class PatternCost {

    private static final long ENOUGH = 1L << 40;

    private final String pattern;
    private int at;

    private PatternCost(String pattern) {
        this.pattern = pattern;
    }

    static long of(String pattern) {
        PatternCost cost = new PatternCost(pattern);
        long sum = 0;
        while (cost.at < pattern.length()) {
            sum = Math.min(ENOUGH, sum + cost.sequence());
            // a bracket too many: the compiler says so
            cost.at++;
        }
        return sum;
    }

    /** Up to the bracket that ends it. */
    private long sequence() {
        long sum = 0;
        while (at < pattern.length() && pattern.charAt(at) != ')') {
            long atom = atom();
            sum = Math.min(ENOUGH, sum + atom * repetitions());
        }
        return sum;
    }

    private long atom() {
        char c = pattern.charAt(at++);
        if (c == '\\') {
            at++;
            return 1;
        }
        if (c == '[') {
            skipClass();
            return 1;
        }
        if (c == '(') {
            long inner = sequence();
            at++;
            return inner + 1;
        }
        return 1;
    }

    private void skipClass() {
        boolean first = true;
        while (at < pattern.length() && (first || pattern.charAt(at) != ']')) {
            first = first && pattern.charAt(at) == '^';
            at += pattern.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
    }

    /** The most that a counted repetition asks for; 1 where there is none. */
    private long repetitions() {
        long most = 1;
        while (at < pattern.length() && pattern.charAt(at) == '{') {
            int end = pattern.indexOf('}', at);
            String counts = end < 0 ? "" : pattern.substring(at + 1, end);
            if (!counts.matches("\\d{1,6}(,\\d{0,6})?")) {
                return most;
            }
            for (String count : counts.split(",")) {
                most = Math.min(ENOUGH, most * Math.max(1, count.isEmpty() ? 1 : Long.parseLong(count)));
            }
            at = end + 1;
        }
        return most;
    }
}
