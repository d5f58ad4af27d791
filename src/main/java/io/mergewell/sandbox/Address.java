package io.mergewell.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a running sandbox answers, in a small file that only its owner may read. A file that outlived its server tells
 * nothing: only the lock says whether a sandbox runs.
 */
record Address(String url, String token, int persons, long seed) {

    private static final String FILE = "address.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Optional<Address> read(Path folder) {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(folder.resolve(FILE)), Address.class));
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    void write(Path folder) throws IOException {
        PrivateFiles.write(folder.resolve(FILE), JSON.writeValueAsBytes(this));
    }

    static void delete(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
    }

    @Override
    public String toString() {
        return "Address[" + url + "]";
    }
}
