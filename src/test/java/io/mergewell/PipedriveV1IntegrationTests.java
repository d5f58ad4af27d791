package io.mergewell;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.job.ProgramJar;
import io.mergewell.sandbox.Sandbox;
import io.mergewell.sandbox.SandboxSettings;
import io.mergewell.sandbox.pipedrive.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The finished jar works through API v1 with the sandbox, and comes to what it comes to through v2. */
class PipedriveV1IntegrationTests {

    @TempDir
    private Path folder;

    @BeforeAll
    static void unpack() throws IOException, InterruptedException {
        ProgramJar.unpack();
    }

    @Test
    void bothReadersProposeWhatV2ProposesAndItIsApplied() throws Exception {
        ProgramJar program = new ProgramJar(folder, Map.of());
        Files.createDirectories(folder.resolve("jobs"));
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.in(folder.resolve("data/sandbox"))
                .withPersons(200)
                .withLimits(Limits.NONE))) {
            String v2 = proposals(program, "v2", "pipedrive");

            assertThat(proposals(program, "list", "pipedrive-v1, reader: list"))
                    .isEqualTo(v2)
                    .contains("MERGE");
            assertThat(proposals(program, "collection", "pipedrive-v1")).isEqualTo(v2);

            Path review = approved("collection");
            ProgramJar.Running apply = program.start("apply", "jobs/collection.yml", review.toString());
            assertThat(apply.exitCode()).as(apply.text()).isZero();
            assertThat(Files.readString(folder.resolve("reports/collection/latest/receipts.csv")))
                    .contains("APPLIED")
                    .doesNotContain("UNKNOWN", "CONFLICT", "REJECTED");
            assertThat(apply.text()).doesNotContain(sandbox.token());
        }
    }

    /** Who would be done what to, row by row. */
    private String proposals(ProgramJar program, String job, String type) throws Exception {
        Files.writeString(folder.resolve("jobs/" + job + ".yml"), """
                crm: { type: %s, base-url: sandbox }
                phone-region: US
                apply: { max-share: 0.5 }
                """.formatted(type));
        ProgramJar.Running run = program.start("dry-run", "jobs/" + job + ".yml");
        assertThat(run.exitCode()).as(run.text()).isZero();
        return lines(job).stream()
                .map(line -> line.split(",")[2] + " " + line.split(",")[5] + " " + line.split(",")[6])
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private Path approved(String job) throws IOException {
        Path decided = folder.resolve("decided.csv");
        Files.writeString(
                decided,
                lines(job).stream()
                        .map(line -> line.replaceFirst("^(r[0-9a-f]{16}),[^,]*,", "$1,APPROVE,"))
                        .collect(Collectors.joining("\r\n", header(job) + "\r\n", "\r\n")));
        return decided;
    }

    private List<String> lines(String job) throws IOException {
        return Files.readString(review(job)).lines().skip(1).toList();
    }

    private String header(String job) throws IOException {
        return Files.readString(review(job)).lines().findFirst().orElseThrow();
    }

    private Path review(String job) {
        return folder.resolve("reports/" + job + "/latest/review.csv");
    }
}
