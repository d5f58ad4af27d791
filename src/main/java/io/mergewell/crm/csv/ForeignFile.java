package io.mergewell.crm.csv;

import io.mergewell.crm.CrmException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Recognises files that are no text, whatever their name says. */
final class ForeignFile {

    private static final int LONGEST_SIGNATURE = 4;
    private static final int SAMPLE = 4096;

    /** First bytes, in hexadecimal: Open XML and OpenDocument are ZIP archives, older Excel a compound document. */
    private static final Map<String, String> SIGNATURES = new TreeMap<>(Map.of(
            "504b0304", "a workbook (or another archive)",
            "d0cf11e0", "a workbook of an older Excel",
            "25504446", "a PDF document",
            "1f8b", "a compressed file"));

    private ForeignFile() {}

    /** @throws CrmException.UnreadableInput if the file begins as no text file does */
    static void refuse(Path file) throws IOException {
        byte[] start = new byte[LONGEST_SIGNATURE];
        int read;
        try (InputStream bytes = Files.newInputStream(file)) {
            read = bytes.readNBytes(start, 0, LONGEST_SIGNATURE);
        }
        String signature = HexFormat.of().formatHex(Arrays.copyOf(start, read));
        SIGNATURES.forEach((begin, what) -> {
            if (signature.startsWith(begin)) {
                throw refused(file, "is " + what + ", not a CSV file");
            }
        });
    }

    /** @throws CrmException.UnreadableInput if its beginning holds what no text does */
    static void refuse(Path file, Encoding encoding) throws IOException {
        char[] start = new char[SAMPLE];
        int length;
        try (Reader text = encoding.reader(file)) {
            length = Math.max(0, text.read(start));
        }
        for (int i = 0; i < length; i++) {
            if (start[i] < ' ' && "\t\n\r\f".indexOf(start[i]) < 0) {
                throw refused(file, "is not a text file");
            }
        }
    }

    private static CrmException.UnreadableInput refused(Path file, String what) {
        return new CrmException.UnreadableInput("The file " + file + " " + what
                + ". Save the list as CSV (in a spreadsheet: save as, CSV UTF-8) and name that file in crm.file.");
    }
}
