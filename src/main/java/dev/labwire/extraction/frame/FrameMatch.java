package dev.labwire.extraction.frame;

import java.util.Map;
import java.util.Optional;

/** A frame found in a sentence. */
public record FrameMatch(Frame frame, AnnotatedSentence sentence, int from, int to, Map<String, Integer> slots) {

    /** The unit in a slot. */
    public Optional<Unit> unit(String slot) {
        return Optional.ofNullable(slots.get(slot)).map(sentence::unit);
    }

    /** Where in the sentence a slot's unit stands; -1 when the frame has no such slot. */
    public int position(String slot) {
        return slots.getOrDefault(slot, -1);
    }
}
