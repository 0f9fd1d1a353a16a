package dev.labwire.extraction.lexicon;

import dev.labwire.text.FileFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What lies in the folder of added lexicon files: the text of each file that can be one, and what is wrong with the others.
 *
 * @param texts by the file's name
 * @param faults of files that have another name, are too large or no UTF-8, and of the folder itself
 */
public record LexiconFolder(Map<String, String> texts, List<LexiconFault> faults) {

    static final int MAX_SIZE = 1024 * 1024;

    public LexiconFolder {
        texts = Map.copyOf(texts);
        faults = List.copyOf(faults);
    }

    /** Reads a folder once. One that is missing is as good as an empty one; names that begin with a dot do not count. */
    public static LexiconFolder read(Path folder) {
        Map<String, String> texts = new HashMap<>();
        List<LexiconFault> faults = new ArrayList<>();
        try {
            for (Path file : Files.exists(folder) ? files(folder) : List.<Path>of()) {
                read(file, texts, faults);
            }
        } catch (IOException | UncheckedIOException refused) {
            faults.add(fault(folder, FileFault.ofFile("the folder cannot be read: " + refused)));
        }
        return new LexiconFolder(texts, faults);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private static void read(Path file, Map<String, String> texts, List<LexiconFault> faults) {
        String name = file.getFileName().toString();
        if (!LexiconFiles.known(name)) {
            String known = LexiconFiles.described();
            faults.add(fault(file, FileFault.ofFile("no lexicon file has this name; known are " + known)));
            return;
        }
        if (!Files.isRegularFile(file)) {
            faults.add(fault(file, FileFault.ofFile("this is no file")));
            return;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(MAX_SIZE + 1);
            if (content.length > MAX_SIZE) {
                faults.add(fault(file, FileFault.ofFile("the file is larger than 1 MiB")));
            } else {
                decode(file, content, texts, faults);
            }
        } catch (IOException refused) {
            faults.add(fault(file, FileFault.ofFile("the file cannot be read: " + refused)));
        }
    }

    private static void decode(Path file, byte[] content, Map<String, String> texts, List<LexiconFault> faults) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        try {
            texts.put(file.getFileName().toString(), decoder.decode(bytes).toString());
        } catch (CharacterCodingException broken) {
            String before = new String(content, 0, bytes.position(), StandardCharsets.UTF_8);
            faults.add(fault(file, FileFault.behind(before, "the file is not UTF-8")));
        }
    }

    private static LexiconFault fault(Path file, FileFault what) {
        return new LexiconFault(file.getFileName().toString(), what);
    }
}
