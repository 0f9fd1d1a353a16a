package dev.labwire.extraction;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.labwire.extraction.frame.Frame;
import dev.labwire.extraction.frame.FrameCheck;
import dev.labwire.extraction.frame.FrameCheck.Example;
import dev.labwire.extraction.frame.Frames;
import dev.labwire.extraction.lexicon.Lexicon;
import dev.labwire.extraction.lexicon.LexiconCheck;
import dev.labwire.extraction.lexicon.LexiconFault;
import dev.labwire.extraction.lexicon.LexiconFiles;
import dev.labwire.extraction.lexicon.LexiconFolder;
import dev.labwire.text.FileFault;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The lexicon in force: the shipped data files and those of a folder. An added file with a fault is left out as a whole; the
 * others count.
 *
 * @param folder where added files are looked for
 * @param added names of the added files that count
 * @param faults what is wrong with those that do not
 */
record LoadedLexicon(Path folder, Lexicon lexicon, List<String> added, List<LexiconFault> faults) {

    LoadedLexicon {
        added = List.copyOf(added);
        faults = List.copyOf(faults);
    }

    /** Reads a folder once; each file is judged with all that count before it. */
    static LoadedLexicon from(Path folder) {
        LexiconFolder found = LexiconFolder.read(folder);
        List<String> added = new ArrayList<>();
        List<LexiconFault> faults = new ArrayList<>(found.faults());
        Lexicon lexicon = Lexicon.shipped();
        for (String file : LexiconFiles.ordered(found.texts().keySet())) {
            String text = found.texts().get(file);
            if (text != null) {
                Trial trial = Trial.of(file, text, lexicon);
                trial.faults().forEach(fault -> faults.add(new LexiconFault(file, fault)));
                if (trial.faults().isEmpty()) {
                    added.add(file);
                    lexicon = trial.lexicon();
                }
            }
        }
        return new LoadedLexicon(folder, lexicon, added, faults);
    }

    /** A lexicon with one more file, unless something is wrong with that. */
    private record Trial(Lexicon lexicon, List<FileFault> faults) {

        static Trial of(String file, String text, Lexicon before) {
            boolean frames = FrameCheck.covers(file);
            FrameCheck check = frames
                    ? FrameCheck.of(file, text)
                    : new FrameCheck(LexiconCheck.faults(file, text, before), List.of());
            if (!check.faults().isEmpty()) {
                return new Trial(before, check.faults());
            }
            try {
                Lexicon after = Lexicon.of(before.files().with(file, text.getBytes(StandardCharsets.UTF_8)));
                after.in(LexiconFiles.languageOf(file));
                return new Trial(after, frames ? run(file, check.examples(), after) : List.of());
            } catch (UncheckedIOException unread) {
                return new Trial(before, List.of(fault(unread)));
            }
        }

        /** Runs the examples of a file's frames with the lexicon that has them. */
        private static List<FileFault> run(String file, List<Example> examples, Lexicon lexicon) {
            String language = LexiconFiles.languageOf(file);
            FrameExamples engine = new FrameExamples(lexicon).in(language);
            Map<String, Frame> frames = Frames.read(lexicon.in(language), file).all().stream()
                    .collect(Collectors.toMap(Frame::id, Function.identity()));
            List<FileFault> faults = new ArrayList<>();
            for (Example example : examples) {
                fault(engine, frames.get(example.frame()), example)
                        .ifPresent(message -> faults.add(new FileFault(example.line(), example.column(), message)));
            }
            return faults;
        }

        /** A frame that the engine stumbles over must not keep the service from starting. */
        private static Optional<String> fault(FrameExamples engine, Frame frame, Example example) {
            try {
                return engine.fault(frame, example.meant(), example.sentence());
            } catch (RuntimeException stumble) {
                return Optional.of("the engine stumbles over \"" + example.sentence() + "\": " + stumble);
            }
        }

        /** What only the building of the lexicon notices. */
        private static FileFault fault(UncheckedIOException unread) {
            return Optional.of(unread.getCause())
                    .filter(JsonProcessingException.class::isInstance)
                    .map(JsonProcessingException.class::cast)
                    .filter(cause -> cause.getLocation() != null)
                    .map(cause -> new FileFault(
                            cause.getLocation().getLineNr(),
                            cause.getLocation().getColumnNr(),
                            "cannot be used: " + cause.getOriginalMessage()))
                    .orElseGet(() -> FileFault.ofFile(String.valueOf(unread.getMessage())));
        }
    }
}
