package io.mergewell.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.sandbox.pipedrive.Limits;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rate limits, by a clock that stands still. */
class LimitsTests {

    @TempDir
    Path folder;

    private final StepClock clock = new StepClock("2026-11-21T12:00:00Z");
    private Sandbox sandbox;
    private SandboxClient client;

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void theBurstIsCountedInARollingWindow() {
        start(new Limits(true, 3, Duration.ofSeconds(2), 1_000));

        assertThat(client.get("/api/v2/persons/1").header("x-ratelimit-remaining"))
                .isEqualTo("2");
        clock.goOn(Duration.ofSeconds(1));
        assertThat(client.get("/api/v2/persons/1").header("x-ratelimit-remaining"))
                .isEqualTo("1");
        assertThat(client.get("/api/v2/persons/1").header("x-ratelimit-remaining"))
                .isEqualTo("0");
        SandboxClient.Reply refused = client.get("/api/v2/persons/1");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("x-ratelimit-limit")).isEqualTo("3");
        assertThat(refused.header("x-ratelimit-remaining")).isEqualTo("0");
        assertThat(refused.header("x-ratelimit-reset")).isEqualTo("1");
        assertThat(refused.body().path("success").booleanValue(true)).isFalse();
        clock.goOn(Duration.ofSeconds(1));
        assertThat(client.get("/api/v2/persons/1").status()).isEqualTo(200);
        assertThat(client.get("/api/v2/persons/1").status()).isEqualTo(429);
    }

    @Test
    void theDailyBudgetIsSpentByCostAndComesBackAtMidnight() {
        start(new Limits(true, 100, Duration.ofSeconds(2), 52));

        assertThat(client.get("/api/v2/persons").status()).isEqualTo(200);
        assertThat(client.get("/api/v1/users/me").status()).isEqualTo(200);
        SandboxClient.Reply merge = client.merge(1, 2);
        assertThat(merge.status()).isEqualTo(200);
        assertThat(merge.header("x-daily-requests-left")).isEqualTo("9999");
        SandboxClient.Reply refused = client.get("/api/v2/persons/3");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("x-ratelimit-remaining")).isNotEqualTo("0");
        assertThat(refused.header("x-ratelimit-reset")).isEqualTo("43200");
        clock.goOn(Duration.ofHours(12));
        assertThat(client.get("/api/v2/persons/3").status()).isEqualTo(200);
    }

    @Test
    void aRefusedRequestChangesNothing() {
        start(new Limits(true, 100, Duration.ofSeconds(2), 39));

        assertThat(client.merge(1, 2).status()).isEqualTo(429);
        assertThat(client.person(1).path("is_deleted").booleanValue()).isFalse();
    }

    @Test
    void withoutLimitsNothingIsCountedOrTold() {
        start(Limits.NONE);

        for (int i = 0; i < 50; i++) {
            SandboxClient.Reply reply = client.get("/api/v2/persons/1");
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.header("x-ratelimit-limit")).isEmpty();
        }
    }

    private void start(Limits limits) {
        sandbox = Sandbox.start(
                SandboxSettings.in(folder).withPersons(20).withLimits(limits).withClock(clock));
        client = SandboxClient.of(sandbox);
    }
}
