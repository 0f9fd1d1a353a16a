package dev.labwire.extraction.lexicon;

import dev.labwire.text.FileFault;

/**
 * One thing that is wrong with a file that an admin adds to the lexicon.
 *
 * @param file the file's name
 * @param fault where in it, and what
 */
public record LexiconFault(String file, FileFault fault) {

    @Override
    public String toString() {
        return file + (fault.line() == 0 ? ": " : ", ") + fault;
    }
}
