package io.mergewell.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergewell.sandbox.pipedrive.Limits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What is remembered over a stop, and what keeps a sandbox from starting. */
class SandboxStateTests {

    @TempDir
    Path folder;

    @Test
    void whatWasAnsweredIsOnDiskBeforeTheServerStops() throws IOException {
        Path crashed = folder.resolve("crashed");
        List<JsonNode> expected;
        try (Sandbox sandbox = Sandbox.start(settings(folder.resolve("running")))) {
            SandboxClient client = SandboxClient.of(sandbox);
            client.merge(1, 2);
            client.delete("/api/v2/persons/3");
            client.patch("/api/v2/persons/4", "{\"name\":\"Ada Lovelace\"}");
            expected = client.all("limit=500");
            copy(folder.resolve("running"), crashed);
        }

        try (Sandbox sandbox = Sandbox.start(settings(crashed))) {
            SandboxClient client = SandboxClient.of(sandbox);
            assertThat(client.all("limit=500")).isEqualTo(expected);
            assertThat(client.person(1).path("is_deleted").booleanValue()).isTrue();
            assertThat(client.person(4).path("name").stringValue()).isEqualTo("Ada Lovelace");
        }
    }

    @Test
    void theTokenOutlivesTheServerAndTheStateIsPrivate() throws IOException {
        String token;
        try (Sandbox sandbox = Sandbox.start(settings(folder))) {
            token = sandbox.token();
            assertThat(Files.getPosixFilePermissions(folder.resolve("address.json")))
                    .hasSize(2);
        }
        try (Sandbox sandbox = Sandbox.start(settings(folder))) {
            assertThat(sandbox.token()).isEqualTo(token).matches("[0-9a-f]{40}");
        }
        assertThat(Files.getPosixFilePermissions(folder.resolve("token"))).hasSize(2);
        assertThat(folder.resolve("address.json")).doesNotExist();
    }

    @Test
    void aResetBeginsAnew() {
        try (Sandbox sandbox = Sandbox.start(settings(folder))) {
            SandboxClient.of(sandbox).delete("/api/v2/persons/3");
        }
        try (Sandbox sandbox = Sandbox.start(settings(folder).withReset(true).withPersons(50))) {
            assertThat(SandboxClient.of(sandbox).all("limit=500")).hasSize(50);
        }
    }

    @Test
    void otherPersonsThanTheStoredOnesAreRefused() {
        Sandbox.start(settings(folder)).close();

        assertThatThrownBy(() -> Sandbox.start(settings(folder).withSeed(7)))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("holds 40 persons of seed 1, not 40 of seed 7")
                .hasMessageContaining("--reset");
        assertThatThrownBy(() -> Sandbox.start(settings(folder).withPersons(41)))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("not 41 of seed 1");
        Sandbox.start(settings(folder)).close();
    }

    @Test
    void aSecondSandboxOnOneFolderIsRefused() {
        try (Sandbox first = Sandbox.start(settings(folder))) {
            assertThatThrownBy(() -> Sandbox.start(settings(folder)))
                    .isInstanceOf(SandboxException.class)
                    .hasMessageContaining("already runs");
            assertThat(SandboxClient.of(first).all("limit=500")).hasSize(40);
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Sandbox.start(settings(folder).withPort(taken.getLocalPort())))
                    .isInstanceOf(SandboxException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort())
                    .hasMessageContaining("--port");
        }
        Sandbox.start(settings(folder)).close();
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");

        assertThatThrownBy(() -> Sandbox.start(settings(file)))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("cannot write its folder " + file);
    }

    @Test
    void aDamagedStateIsNamed() throws IOException {
        Files.writeString(folder.resolve("crm.mv.db"), "this was a database once".repeat(500));

        assertThatThrownBy(() -> Sandbox.start(settings(folder)))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("--reset");
        Sandbox.start(settings(folder).withReset(true)).close();
    }

    @Test
    void aStateOfAnotherVersionIsRefused() throws SQLException {
        Sandbox.start(settings(folder)).close();
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("crm"));
                Statement statement = connection.createStatement()) {
            statement.execute("update setting set text = '0' where name = 'format'");
        }

        assertThatThrownBy(() -> Sandbox.start(settings(folder)))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("another version")
                .hasMessageContaining("--reset");
    }

    @Test
    void aFillingThatWasCutShortIsDoneAgain() throws SQLException {
        Sandbox.start(settings(folder)).close();
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("crm"));
                Statement statement = connection.createStatement()) {
            statement.execute("delete from setting");
            statement.execute("delete from card where id > 17");
        }

        try (Sandbox sandbox = Sandbox.start(settings(folder))) {
            assertThat(SandboxClient.of(sandbox).all("limit=500")).hasSize(40);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 10_000_001})
    void aNumberOfPersonsThatMakesNoSenseIsRefused(int persons) {
        assertThatThrownBy(() -> settings(folder).withPersons(persons)).isInstanceOf(SandboxException.class);
    }

    private static SandboxSettings settings(Path folder) {
        return SandboxSettings.in(folder).withPersons(40).withLimits(Limits.NONE);
    }

    /** What kill -9 leaves behind: the files as they are at this moment. */
    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
