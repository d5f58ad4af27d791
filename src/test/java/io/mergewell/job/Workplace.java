package io.mergewell.job;

import io.mergewell.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A folder in which the program runs on one job file. */
final class Workplace {

    static final String JOB = "jobs/acme.yml";

    private final Path folder;
    private final ProgramJar program;

    Workplace(Path folder, StoreSettings store, String crm, String token) throws IOException {
        this.folder = folder;
        this.program = new ProgramJar(folder, Map.of("CRM_TOKEN", token));
        Files.createDirectories(folder.resolve("jobs"));
        Files.writeString(folder.resolve(JOB), """
                crm:
                  type: pipedrive
                  base-url: %s
                  token: ${CRM_TOKEN}
                phone-region: US
                store: { url: "%s" }
                reports: reports/acme
                """.formatted(crm, store.url()));
    }

    ProgramJar program() {
        return program;
    }

    Path reports() {
        return folder.resolve("reports/acme");
    }

    /** What people read, byte for byte. */
    String review() throws IOException {
        return Files.readString(reports().resolve("latest/review.csv"));
    }

    String groups() throws IOException {
        return Files.readString(reports().resolve("latest/groups.csv"));
    }
}
