package dev.labwire.timeline.form;

import java.io.IOException;
import java.io.Writer;

/** Folds lines at 75 octets of UTF-8, never within a character (RFC 5545, section 3.1). Lines end with CR and LF. */
final class OctetFolding extends Writer {

    private static final int MOST_OCTETS = 75;

    private final Writer to;
    private final StringBuilder line = new StringBuilder();

    OctetFolding(Writer to) {
        this.to = to;
    }

    @Override
    public void write(char[] characters, int from, int length) throws IOException {
        for (int index = from; index < from + length; index++) {
            if (characters[index] == '\n') {
                fold();
            } else if (characters[index] != '\r') {
                line.append(characters[index]);
            }
        }
    }

    private void fold() throws IOException {
        int octets = 0;
        for (int index = 0; index < line.length(); ) {
            int character = line.codePointAt(index);
            int size = size(character);
            if (octets + size > MOST_OCTETS) {
                to.write("\r\n ");
                octets = 1;
            }
            to.write(Character.toChars(character));
            octets += size;
            index += Character.charCount(character);
        }
        to.write("\r\n");
        line.setLength(0);
    }

    private static int size(int character) {
        if (character < 0x80) {
            return 1;
        }
        return character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    }

    @Override
    public void flush() throws IOException {
        to.flush();
    }

    @Override
    public void close() throws IOException {
        to.close();
    }
}
