package io.mergewell.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The sandbox's API token: 40 hexadecimal digits like Pipedrive's, drawn once per state. */
final class Token {

    private static final String FILE = "token";
    private static final int BYTES = 20;

    private Token() {}

    /** With a new state comes a new token: nobody takes the one CRM for the other. */
    static void delete(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
    }

    static String of(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        String kept = Files.exists(file)
                ? Files.readString(file, StandardCharsets.US_ASCII).strip()
                : "";
        if (kept.length() == 2 * BYTES) {
            return kept;
        }
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String token = HexFormat.of().formatHex(random);
        PrivateFiles.write(file, token.getBytes(StandardCharsets.US_ASCII));
        return token;
    }
}
