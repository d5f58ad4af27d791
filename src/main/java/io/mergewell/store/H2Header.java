package io.mergewell.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The beginning of an H2 file: a block of text such as {@code H:2,block:5,clean:1,format:3,…}
 * (https://h2database.com/html/mvstore.html, "File Format"). H2 sometimes leaves the mark out of a file that is whole.
 */
final class H2Header {

    private static final int BLOCK = 4096;

    private H2Header() {}

    /** Whether the file is marked as closed properly: not while it is open for writing, nor after a kill. */
    static boolean isClean(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            String header = new String(in.readNBytes(BLOCK), StandardCharsets.ISO_8859_1);
            return header.startsWith("H:") && header.contains(",clean:1,");
        } catch (IOException e) {
            return false;
        }
    }
}
