package io.mergewell.store.memory;

import java.nio.file.Path;

/**
 * Where what a store holds comes from.
 *
 * @param source the system or file that was read, in words and without secrets, such as {@code Pipedrive at
 *     https://acme.pipedrive.com}
 * @param jobFile the absolute path of the job file that said so
 */
public record Origin(String source, Path jobFile) {}
