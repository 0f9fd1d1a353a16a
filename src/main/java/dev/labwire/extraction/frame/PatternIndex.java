package dev.labwire.extraction.frame;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/**
 * Which of many patterns a sentence can match at all, by what they need: most of them need what it has not. Safe
 * for many threads.
 */
final class PatternIndex {

    private final List<Line> lines = new ArrayList<>();
    private final Map<String, BitSet> byWord = new HashMap<>();
    private final Map<String, BitSet> bySlot = new HashMap<>();
    private final BitSet withoutWord = new BitSet();

    /** by the slots that sentences can fill, the patterns that need no others; there are few different such sets */
    private final Map<Set<String>, BitSet> fitting = new ConcurrentHashMap<>();

    /** One pattern of one frame; {@code words} are those of its needs that it is not found by. */
    private record Line(Frame frame, Pattern pattern, List<Set<String>> words) {}

    /** The patterns of some frames, in their order. */
    PatternIndex(List<Frame> frames) {
        Map<String, Integer> frequency = frequency(frames);
        frames.forEach(frame -> frame.patterns().forEach(pattern -> add(frame, pattern, frequency)));
    }

    /** How many patterns need a word: what many need stands in many sentences, too. */
    private static Map<String, Integer> frequency(List<Frame> frames) {
        Map<String, Integer> frequency = new HashMap<>();
        frames.stream()
                .flatMap(frame -> frame.patterns().stream())
                .flatMap(pattern -> pattern.needs().words().stream())
                .flatMap(Collection::stream)
                .forEach(word -> frequency.merge(word, 1, Integer::sum));
        return frequency;
    }

    private void add(Frame frame, Pattern pattern, Map<String, Integer> frequency) {
        int number = lines.size();
        List<Set<String>> words = new ArrayList<>(pattern.needs().words());
        words.sort(Comparator.comparingInt(
                set -> set.stream().mapToInt(frequency::get).sum()));
        lines.add(new Line(frame, pattern, words.subList(Math.min(1, words.size()), words.size())));
        pattern.needs().slots().forEach(slot -> mark(bySlot, slot, number));
        if (words.isEmpty()) {
            withoutWord.set(number);
        } else {
            words.get(0).forEach(word -> mark(byWord, word, number));
        }
    }

    private static void mark(Map<String, BitSet> marks, String key, int number) {
        marks.computeIfAbsent(key, first -> new BitSet()).set(number);
    }

    /** Takes the patterns, in their order, for all of whose needs a sentence has something. */
    void possible(AnnotatedSentence sentence, BiConsumer<Frame, Pattern> taker) {
        BitSet fit = fitting.computeIfAbsent(sentence.slots(), this::fitting);
        if (fit.isEmpty()) {
            return;
        }
        BitSet possible = (BitSet) withoutWord.clone();
        for (String word : sentence.words()) {
            BitSet needing = byWord.get(word);
            if (needing != null) {
                possible.or(needing);
            }
        }
        possible.and(fit);
        for (int i = possible.nextSetBit(0); i >= 0; i = possible.nextSetBit(i + 1)) {
            Line line = lines.get(i);
            if (hasOneOfEach(sentence, line.words())) {
                taker.accept(line.frame(), line.pattern());
            }
        }
    }

    private BitSet fitting(Set<String> slots) {
        BitSet fitting = new BitSet(lines.size());
        fitting.set(0, lines.size());
        bySlot.forEach((slot, needing) -> {
            if (!slots.contains(slot)) {
                fitting.andNot(needing);
            }
        });
        return fitting;
    }

    private static boolean hasOneOfEach(AnnotatedSentence sentence, List<Set<String>> needed) {
        for (Set<String> words : needed) {
            if (!hasOne(sentence, words)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasOne(AnnotatedSentence sentence, Set<String> words) {
        for (String word : words) {
            if (sentence.words().contains(word)) {
                return true;
            }
        }
        return false;
    }
}
