package io.mergewell.review;

import java.nio.file.Path;

/**
 * A file that a run wrote.
 *
 * @param path where it lies, as the run was told
 * @param sha256 of its bytes, as 64 hexadecimal digits
 */
public record Artefact(Path path, String sha256) {}
