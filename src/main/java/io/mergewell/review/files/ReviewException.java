package io.mergewell.review.files;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;

/** A report could not be written. Its message is a sentence for a person: what, where, what was kept, what to do. */
public final class ReviewException extends RuntimeException {

    ReviewException(String message, Throwable cause) {
        super(message, cause);
    }

    /** For whoever else works with reports. */
    public static ReviewException cannotWrite(Path target, IOException cause) {
        return new ReviewException(
                "Cannot write " + target + ": " + reason(cause) + ". Nothing was half-written, and an older file of "
                        + "that name is as it was. Make room or set the permissions right, then run the same command "
                        + "again.",
                cause);
    }

    /** A file or folder that is to be searched cannot be read. */
    public static ReviewException cannotRead(Path source, IOException cause) {
        return new ReviewException(
                "Cannot read " + source + ": " + reason(cause) + ". It is as it was, and what was done before is kept."
                        + " Set it right, then run the same command again.",
                cause);
    }

    /** The message of most file exceptions begins with the path, or is the path alone. */
    private static String reason(IOException cause) {
        if (cause instanceof FileSystemException files) {
            return files.getReason() != null ? files.getReason() : kind(cause);
        }
        return cause.getMessage() != null ? cause.getMessage() : kind(cause);
    }

    private static String kind(IOException cause) {
        return cause.getClass()
                .getSimpleName()
                .replaceAll("(Exception|FileSystem)", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }
}
