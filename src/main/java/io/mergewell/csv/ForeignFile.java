package io.mergewell.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Recognises files that are no text, whatever their name says. */
public final class ForeignFile {

    private static final int LONGEST_SIGNATURE = 4;
    private static final int SAMPLE = 4096;

    /** First bytes, in hexadecimal: Open XML and OpenDocument are ZIP archives, older Excel a compound document. */
    private static final Map<String, String> SIGNATURES = new TreeMap<>(Map.of(
            "504b0304", "a workbook (or another archive)",
            "d0cf11e0", "a workbook of an older Excel",
            "25504446", "a PDF document",
            "1f8b", "a compressed file"));

    private ForeignFile() {}

    /** What a file is that begins as no text file does, to follow "is"; empty if it may be text. */
    public static Optional<String> kind(Bytes file) throws IOException {
        byte[] start = new byte[LONGEST_SIGNATURE];
        int read;
        try (InputStream bytes = file.open()) {
            read = bytes.readNBytes(start, 0, LONGEST_SIGNATURE);
        }
        String signature = HexFormat.of().formatHex(Arrays.copyOf(start, read));
        return SIGNATURES.entrySet().stream()
                .filter(known -> signature.startsWith(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Whether the beginning of a file holds nothing that no text does. */
    public static boolean looksLikeText(Bytes file, Encoding encoding) throws IOException {
        char[] start = new char[SAMPLE];
        int length;
        try (Reader text = encoding.reader(file)) {
            length = Math.max(0, text.read(start));
        }
        for (int i = 0; i < length; i++) {
            if (start[i] < ' ' && "\t\n\r\f".indexOf(start[i]) < 0) {
                return false;
            }
        }
        return true;
    }
}
