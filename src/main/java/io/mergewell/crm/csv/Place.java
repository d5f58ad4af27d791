package io.mergewell.crm.csv;

import io.mergewell.crm.CrmException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How far a file has been read, and which state of the file that was.
 *
 * @param records how many were taken, rejected ones included
 */
record Place(long records, State state) {

    /** Length and time of the last change, in microseconds since 1970. */
    record State(long bytes, long changedAt) {

        static State of(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new State(attributes.size(), attributes.lastModifiedTime().to(TimeUnit.MICROSECONDS));
        }
    }

    static Place of(@Nullable String cursor, State start) {
        if (cursor == null) {
            return new Place(0, start);
        }
        String[] parts = cursor.split(":", -1);
        try {
            return new Place(Long.parseLong(parts[0]), new State(Long.parseLong(parts[1]), Long.parseLong(parts[2])));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException notOurs) {
            throw new CrmException.CursorExpired(
                    "The place to go on reading from is not one in a CSV file. The read" + " begins anew.");
        }
    }

    String cursor() {
        return records + ":" + state.bytes() + ":" + state.changedAt();
    }
}
