package io.mergewell.review.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * A text file that only grows, by whole lines, each on disk when {@link #append} returns. Only the owner may read it. A
 * last line without an end, which a killed process leaves, is cut off before anything is added.
 */
public final class AppendedFile {

    private static final Set<StandardOpenOption> TO_APPEND =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);

    private final Path file;
    private boolean mended;

    public AppendedFile(Path file) {
        this.file = file;
    }

    /**
     * Adds lines.
     *
     * @param lines each with its line end
     * @throws ReviewException if they cannot be written
     */
    public void append(String lines) {
        try {
            PrivateFolder.make(PrivateFolder.of(file));
            if (Files.isSymbolicLink(file)) {
                throw new IOException("there is a symbolic link of that name");
            }
            boolean fresh = !Files.exists(file, LinkOption.NOFOLLOW_LINKS);
            try (FileChannel channel = FileChannel.open(file, TO_APPEND, OwnerOnly.file(file))) {
                mend(channel);
                channel.position(channel.size());
                ByteBuffer bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            if (fresh) {
                PrivateFolder.flush(PrivateFolder.of(file));
            }
        } catch (IOException e) {
            throw ReviewException.cannotWrite(file, e);
        }
    }

    private void mend(FileChannel channel) throws IOException {
        if (mended) {
            return;
        }
        long end = channel.size();
        ByteBuffer one = ByteBuffer.allocate(1);
        while (end > 0) {
            one.clear();
            channel.read(one, end - 1);
            if (one.get(0) == '\n') {
                break;
            }
            end--;
        }
        channel.truncate(end);
        mended = true;
    }
}
