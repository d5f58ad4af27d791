package io.mergewell.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job takes the sandbox as it is; who asks for certain persons gets those or an error. */
class WhosePersonsTests {

    @TempDir
    private Path folder;

    @Test
    void aJobUsesTheSandboxThatRunsWhateverItHolds() {
        try (Sandbox running = Sandbox.start(settings().withPersons(40).withSeed(7));
                SandboxConnection connection = SandboxConnection.open(settings())) {
            assertThat(connection.baseUrl()).isEqualTo(running.baseUrl());
            assertThat(connection.truth("pipedrive")).hasSize(40);
        }
    }

    @Test
    void aJobStartsTheSandboxWithWhatItHolds() {
        Sandbox.start(settings().withPersons(40)).close();

        try (SandboxConnection connection = SandboxConnection.open(settings())) {
            assertThat(connection.truth("pipedrive")).hasSize(40);
        }
    }

    @Test
    void whoAsksForOtherPersonsIsRefused() {
        Sandbox.start(settings().withPersons(40).withSeed(7)).close();

        assertThatThrownBy(() -> Sandbox.start(settings().withPersons(41).withSeed(7)))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("holds 40 persons of seed 7, not 41 of seed 7");
    }

    @Test
    void isAnotherCrmOnlyAfterAReset() {
        String first = identity(settings().withPersons(40));

        assertThat(identity(settings())).isEqualTo(first);
        assertThat(identity(settings().withPersons(40).withReset(true))).isNotEqualTo(first);
    }

    private SandboxSettings settings() {
        return SandboxSettings.in(folder);
    }

    private static String identity(SandboxSettings settings) {
        try (SandboxConnection connection = SandboxConnection.open(settings)) {
            return connection.identity();
        }
    }
}
