package io.mergewell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.cli.ending.ExitCode;
import io.mergewell.job.RunExit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever looks at a job need not be allowed into its CRM. */
class WithoutTokenTests {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token: \"${TOKEN_OF_NOBODY}\"",
                "token-file: no/such/file",
                "oauth: { client-id: a, client-secret: \"${SECRET_OF_NOBODY}\", refresh-token-file: no/such/file }"
            })
    void looksAtAJobWithoutTheCredentialThatItNames(String credential) throws IOException {
        String job = job(credential);

        assertThat(new Typed(folder).run("dry-run", job)).isEqualTo(RunExit.CONFIGURATION);
        assertThat(new Typed(folder).run("status", job)).isEqualTo(ExitCode.DONE);
        assertThat(new Typed(folder).run("explain", job, "1", "2")).isEqualTo(RunExit.TEMPORARY);
        assertThat(new Typed(folder)
                        .run("decisions", job, "export", folder.resolve("d.csv").toString()))
                .isEqualTo(ExitCode.DONE);
    }

    @Test
    void saysHowAJobStandsAsJson() throws IOException {
        Typed typed = new Typed(folder);

        assertThat(typed.run("status", "--json", job("token: x"))).isEqualTo(ExitCode.DONE);

        JsonNode status = JsonMapper.builder().build().readTree(typed.out());
        assertThat(status.path("job").asString()).isEqualTo("acme");
        assertThat(status.path("runs").isEmpty()).isTrue();
        assertThat(status.path("atWork").isNull()).isTrue();
        assertThat(status.path("next").asString()).startsWith("./run.sh dry-run ");
    }

    private String job(String credential) throws IOException {
        return Files.writeString(folder.resolve("acme.yml"), """
                crm: { type: pipedrive, base-url: https://acme.example.com, %s }
                store: { url: "jdbc:h2:file:%s" }
                reports: %s
                """.formatted(
                                credential, folder.resolve("data/acme"), folder.resolve("reports")))
                .toString();
    }
}
