package io.mergewell.review.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** A folder that holds reports. */
final class PrivateFolder {

    private PrivateFolder() {}

    /** Where a file lies. */
    static Path of(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "A file lies in a folder.");
    }

    /** Makes it, and those above it, for the owner only. One that is there stays as it is. */
    static void make(Path folder) throws IOException {
        if (Files.isSymbolicLink(folder)) {
            throw new FileSystemException(folder.toString(), null, "the folder is a symbolic link");
        }
        Files.createDirectories(folder, OwnerOnly.folder(folder));
    }

    /** Makes a move in it survive a power cut, where folders can be opened (not on Windows, which needs no flush). */
    static void flush(Path folder) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
