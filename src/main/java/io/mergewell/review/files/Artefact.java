package io.mergewell.review.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A file that a run wrote.
 *
 * @param path where it lies, as the run was told
 * @param sha256 of its bytes, as 64 hexadecimal digits
 */
public record Artefact(Path path, String sha256) {

    /**
     * A file that was written bit by bit.
     *
     * @throws ReviewException if it cannot be read back
     */
    public static Artefact of(Path path) {
        try (InputStream bytes = Files.newInputStream(path)) {
            return new Artefact(path, DigestUtils.sha256Hex(bytes));
        } catch (IOException e) {
            throw ReviewException.cannotWrite(path, e);
        }
    }
}
