package io.mergewell.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergewell.person.PersonId;
import io.mergewell.sandbox.pipedrive.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a job finds its sandbox. */
class SandboxConnectionTests {

    @TempDir
    Path folder;

    @Test
    void theSandboxThatRunsIsUsedAndLeftRunning() {
        try (Sandbox running = Sandbox.start(settings())) {
            try (SandboxConnection connection = SandboxConnection.open(settings())) {
                assertThat(connection.baseUrl()).isEqualTo(running.baseUrl());
                assertThat(connection.token()).isEqualTo(running.token());
            }
            assertThat(SandboxClient.of(running).get("/api/v1/users/me").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aSandboxThatDoesNotRunIsStartedAndStopped() {
        try (SandboxConnection connection = SandboxConnection.open(settings())) {
            SandboxClient client = new SandboxClient(connection.baseUrl(), connection.token());
            assertThat(client.get("/api/v1/users/me").status()).isEqualTo(200);
        }
        Sandbox.start(settings()).close();
    }

    @Test
    void anAddressThatOutlivedItsServerIsIgnored() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("address.json"),
                "{\"url\":\"http://127.0.0.1:9\",\"token\":\"old\",\"persons\":1,\"seed\":1}");

        try (SandboxConnection connection = SandboxConnection.open(settings())) {
            assertThat(connection.baseUrl().getPort()).isNotEqualTo(9);
            assertThat(connection.truth("pipedrive")).hasSize(80);
        }
    }

    @Test
    void theOneThatRunsMustHoldTheSamePersonsAndCannotBeReset() {
        try (Sandbox running = Sandbox.start(settings())) {
            assertThatThrownBy(() -> SandboxConnection.open(settings().withSeed(2)))
                    .isInstanceOf(SandboxException.class)
                    .hasMessageContaining("holds 80 persons of seed 1");
            assertThatThrownBy(() -> SandboxConnection.open(settings().withReset(true)))
                    .isInstanceOf(SandboxException.class)
                    .hasMessageContaining("Stop it first");
            assertThat(running.token()).isNotBlank();
        }
    }

    @Test
    void theTruthNamesEveryLivingRecordAndFollowsMergesAndDeletes() {
        try (SandboxConnection connection = SandboxConnection.open(settings())) {
            Map<PersonId, String> before = connection.truth("pipedrive");
            SandboxClient client = new SandboxClient(connection.baseUrl(), connection.token());
            client.merge(10, 20);
            client.delete("/api/v2/persons/30");

            Map<PersonId, String> after = connection.truth("pipedrive");

            assertThat(before).hasSize(80);
            assertThat(after)
                    .hasSize(78)
                    .doesNotContainKeys(new PersonId("10"), new PersonId("30"))
                    .containsEntry(new PersonId("20"), before.get(new PersonId("20")));
        }
    }

    private SandboxSettings settings() {
        return SandboxSettings.in(folder).withPersons(80).withLimits(Limits.NONE);
    }
}
