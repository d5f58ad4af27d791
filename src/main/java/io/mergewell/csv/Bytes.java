package io.mergewell.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a file, which can be read from their beginning as often as one likes. */
@FunctionalInterface
public interface Bytes {

    InputStream open() throws IOException;

    /** Of a file, read anew each time. */
    static Bytes of(Path file) {
        return () -> Files.newInputStream(file);
    }

    /** Of a file that was read into memory. */
    static Bytes of(byte[] content) {
        return () -> new ByteArrayInputStream(content);
    }
}
