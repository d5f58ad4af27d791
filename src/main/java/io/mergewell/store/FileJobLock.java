package io.mergewell.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** An operating system's lock on a file beside the H2 file. */
final class FileJobLock implements JobLock {

    /** POSIX drops a process's lock when any channel on the file closes, so a file is opened once per process. */
    private static final Set<Path> OPEN_HERE = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private FileJobLock(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Null if another holds it. */
    static @Nullable JobLock takeOrNull(StoreAddress.H2File address) {
        Path path = address.lockFile();
        if (!OPEN_HERE.add(path)) {
            return null;
        }
        FileChannel locked = null;
        try {
            PrivateFiles.createFolderOf(path);
            PrivateFiles.createFile(path);
            locked = lockedOrNull(path);
            return locked == null ? null : new FileJobLock(path, locked);
        } catch (IOException e) {
            throw new StoreException.Unwritable("The folder of the store " + address.description()
                    + " cannot be written. Nothing was changed; check the disk and the folder's permissions.");
        } finally {
            if (locked == null) {
                OPEN_HERE.remove(path);
            }
        }
    }

    private static @Nullable FileChannel lockedOrNull(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
            return lock == null ? null : channel;
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
    }

    /** Whether this very process holds it: H2 would let it in a second time. */
    static boolean isHeldHere(StoreAddress.H2File address) {
        return OPEN_HERE.contains(address.lockFile());
    }

    /** Writes through the locked channel: to set the file's time by its path would open and close it, and free it. */
    @Override
    public void announce() {
        try {
            channel.write(ByteBuffer.wrap(new byte[] {'\n'}), 0);
        } catch (IOException e) {
            // Whoever looks will soon have seen enough.
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // The end of the process frees it.
        } finally {
            OPEN_HERE.remove(path);
        }
    }
}
