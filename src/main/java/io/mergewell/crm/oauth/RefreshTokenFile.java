package io.mergewell.crm.oauth;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.settings.Secret;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.regex.Pattern;

/** The file that holds a refresh token and nothing else, for its owner alone. */
final class RefreshTokenFile {

    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7E]+");
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<StandardOpenOption> NEW_FILE =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private final Path file;

    RefreshTokenFile(Path file) {
        this.file = file;
    }

    /** @throws CrmException.Misconfigured if there is none to be read, or others may read it, too */
    Secret read() {
        String token;
        try {
            if (othersMayUse(file)) {
                throw wrong("may be used by other users of this machine. Take it away from them: chmod 600");
            }
            token = Files.readString(file).strip();
        } catch (IOException e) {
            throw wrong("cannot be read. Check that it exists, is plain text and may be read by this user");
        }
        if (!TOKEN.matcher(token).matches()) {
            throw wrong("does not hold a token: a token is one word, without blanks or line breaks");
        }
        return new Secret(token);
    }

    /**
     * Puts another token in the place of the one that was: whole, on disk, and readable by the owner alone.
     *
     * @throws CrmException.FileNotWritten if that cannot be done; then the file is as it was
     */
    void replace(Secret token) {
        try {
            Path target = file.toRealPath();
            Path temporary = target.resolveSibling("." + target.getFileName() + ".tmp");
            Files.deleteIfExists(temporary);
            try (FileChannel channel = FileChannel.open(temporary, NEW_FILE, ownerOnly(target))) {
                ByteBuffer bytes = ByteBuffer.wrap((token.value() + "\n").getBytes(StandardCharsets.US_ASCII));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            flushFolderOf(target);
        } catch (IOException e) {
            throw new CrmException.FileNotWritten(
                    said("cannot be written, though a new refresh token was given, so that the"
                            + " old one may no longer be good. Make the file and its folder writable, and get another refresh"
                            + " token if need be"));
        }
    }

    private static boolean othersMayUse(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view != null && !OWNER_ONLY.containsAll(view.readAttributes().permissions());
    }

    private static FileAttribute<?>[] ownerOnly(Path neighbour) {
        return knowsOwners(neighbour)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    /** So that the new name survives a power cut; only such file systems let a folder be opened. */
    private static void flushFolderOf(Path target) throws IOException {
        Path folder = target.getParent();
        if (folder != null && knowsOwners(target)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static boolean knowsOwners(Path file) {
        return Files.getFileAttributeView(file, PosixFileAttributeView.class) != null;
    }

    private CrmException.Misconfigured wrong(String what) {
        return new CrmException.Misconfigured(said(what));
    }

    private String said(String what) {
        return "crm.oauth.refresh-token-file " + file + " " + what + ". This request was not sent.";
    }
}
