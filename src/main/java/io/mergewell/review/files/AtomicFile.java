package io.mergewell.review.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes a file so that a reader sees the old one or the new one, never a part: under a temporary name in the same
 * folder, flushed to disk, then moved over the target. Only the owner may read it.
 */
public final class AtomicFile {

    private static final Set<StandardOpenOption> NEW_FILE =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private AtomicFile() {}

    /** What a file holds. */
    @FunctionalInterface
    public interface Content {

        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes or replaces a file. One writer at a time per target.
     *
     * @param target its folder is made if it does not exist, for the owner only
     * @throws ReviewException if it cannot be written; then the target is as it was
     */
    public static Artefact write(Path target, Content content) {
        return write(target, content, null);
    }

    /**
     * Replaces a file that is there, and keeps when it was saved: of two reviews the one that was saved last holds.
     *
     * @throws ReviewException if it cannot be written; then it is as it was
     */
    public static void rewrite(Path target, Content content) {
        try {
            write(target, content, Files.getLastModifiedTime(target, LinkOption.NOFOLLOW_LINKS));
        } catch (IOException e) {
            throw ReviewException.cannotWrite(target, e);
        }
    }

    private static Artefact write(Path target, Content content, @Nullable FileTime saved) {
        Path folder = PrivateFolder.of(target);
        Path temporary = target.resolveSibling("." + target.getFileName() + ".tmp");
        try {
            PrivateFolder.make(folder);
            refuseAllButFiles(target);
            Files.deleteIfExists(temporary);
            String sha256 = fill(temporary, content);
            if (saved != null) {
                Files.setLastModifiedTime(temporary, saved);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            PrivateFolder.flush(folder);
            return new Artefact(target, sha256);
        } catch (IOException e) {
            throw failure(target, temporary, e);
        }
    }

    /**
     * Takes a file away, if it is there.
     *
     * @throws ReviewException if it cannot be
     */
    public static void remove(Path target) {
        try {
            Files.deleteIfExists(target);
        } catch (IOException e) {
            throw ReviewException.cannotWrite(target, e);
        }
    }

    private static String fill(Path temporary, Content content) throws IOException {
        MessageDigest sha256 = sha256();
        try (FileChannel channel = FileChannel.open(temporary, NEW_FILE, OwnerOnly.file(temporary))) {
            OutputStream out = new DigestOutputStream(Channels.newOutputStream(channel), sha256);
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static void refuseAllButFiles(Path target) throws FileSystemException {
        if (Files.isSymbolicLink(target)) {
            throw new FileSystemException(target.toString(), null, "there is a symbolic link of that name");
        }
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(target)) {
            throw new FileSystemException(target.toString(), null, "something that is not a file has that name");
        }
    }

    private static ReviewException failure(Path target, Path temporary, IOException cause) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
        return ReviewException.cannotWrite(target, cause);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
