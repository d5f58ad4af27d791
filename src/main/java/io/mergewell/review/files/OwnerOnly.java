package io.mergewell.review.files;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Reports hold personal data: what we make belongs to its owner alone, where the file system knows permissions. */
final class OwnerOnly {

    private static final FileAttribute<?>[] NONE = {};

    private OwnerOnly() {}

    static FileAttribute<?>[] file(Path near) {
        return of(near, "rw-------");
    }

    static FileAttribute<?>[] folder(Path near) {
        return of(near, "rwx------");
    }

    private static FileAttribute<?>[] of(Path near, String permissions) {
        return near.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : NONE;
    }
}
