package io.mergewell.crm.http;

import static io.mergewell.crm.Replies.html;
import static io.mergewell.crm.Replies.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mergewell.crm.ApiUsage;
import io.mergewell.crm.CrmException;
import io.mergewell.crm.RecordedWaits;
import io.mergewell.crm.Replies;
import io.mergewell.crm.ScriptedServer;
import io.mergewell.crm.ScriptedServer.Reply;
import io.mergewell.crm.settings.Endpoint;
import io.mergewell.crm.settings.Secret;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpReadsTests {

    private static final String DATE = "date: Sat, 21 Nov 2026 10:00:00 GMT";

    private final RecordedWaits waits = new RecordedWaits();
    private ScriptedServer server = new ScriptedServer();

    @AfterEach
    void closeServer() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 503, 504, 524})
    void triesAgainWhenTheServerIsInTrouble(int status) {
        HttpReads reads = serving(json(status, "{}"), json(status, "{}"), json(200, "{}"));

        assertThat(status(reads)).isEqualTo(200);
        assertThat(waits.seconds()).containsExactly(1L, 3L);
        assertThat(reads.usage()).isEqualTo(new ApiUsage(3, 30, 2));
    }

    static Stream<Arguments> troublesOnTheWay() {
        return Stream.of(
                Arguments.of("resets", Replies.reset()),
                Arguments.of("truncates", Replies.truncated("{\"success\":true,\"data\":[")),
                Arguments.of("truncates gzip", truncatedGzip()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("troublesOnTheWay")
    void triesAgainWhenTheAnswerBreaksOff(String what, Reply reply) {
        HttpReads reads = serving(reply, json(200, "{}"));

        assertThat(status(reads)).isEqualTo(200);
        assertThat(waits.seconds()).containsExactly(1L);
    }

    @Test
    void aConnectionThatWasClosedWithoutAWordIsOpenedAgain() {
        HttpReads reads = serving(Replies.hangUp(), json(200, "{}"));

        assertThat(status(reads)).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"503, status 503", "0, broke the connection"})
    void givesUpForNowAfterFourAttempts(int status, String sentence) {
        Reply reply = status == 0 ? Replies.reset() : json(status, "{}");
        HttpReads reads = serving(Collections.nCopies(5, reply).toArray(Reply[]::new));

        assertThatThrownBy(() -> status(reads))
                .isInstanceOf(CrmException.Temporary.class)
                .hasMessageContaining(sentence + ", 4 times in a row")
                .hasMessageContaining("run the same command again later")
                .hasNoCause();
        assertThat(waits.seconds()).containsExactly(1L, 3L, 9L);
    }

    @Test
    void hasOneDeadlineForTheWholeAnswerHoweverItIsDrawnOut() {
        server = new ScriptedServer(
                Replies.dribble(), Replies.silence(), Replies.dribble(), Replies.silence(), json(200, "{}"));
        HttpReads reads = reads(server.endpoint(), Duration.ofMillis(300));

        assertThatThrownBy(() -> status(reads))
                .isInstanceOf(CrmException.Temporary.class)
                .hasMessageContaining("did not finish its answer");
    }

    @Test
    void waitsBeforeTheLimitBites() {
        HttpReads reads = serving(
                json(200, "{}", "x-ratelimit-limit: 20", "x-ratelimit-remaining: 3", "x-ratelimit-reset: 2"),
                json(200, "{}", "x-ratelimit-limit: 20", "x-ratelimit-remaining: 2", "x-ratelimit-reset: 2"),
                json(200, "{}", "x-ratelimit-remaining: 0"),
                json(200, "{}"));

        status(reads);
        status(reads);
        assertThat(waits.seconds()).isEmpty();
        status(reads);
        assertThat(waits.seconds()).containsExactly(2L);
        status(reads);
        assertThat(waits.seconds()).containsExactly(2L, 2L);
    }

    @Test
    void doesNotSitThroughALimitThatLastsTheNight() {
        HttpReads reads = serving(json(200, "{}", "x-ratelimit-remaining: 0", "x-ratelimit-reset: 30000"));

        assertThat(status(reads)).isEqualTo(200);
        assertThatThrownBy(() -> status(reads))
                .isInstanceOf(CrmException.Temporary.class)
                .hasMessageContaining("9 hours");
        assertThat(server.requests()).hasSize(1);
        assertThat(waits.seconds()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    retry-after: 7                                  | 7
                    retry-after: Sat, 21 Nov 2026 10:00:30 GMT      | 30
                    retry-after: Sat, 21 Nov 2026 09:00:00 GMT      | 1
                    retry-after: soon                               | 1
                    retry-after: 1795255260                         | 60
                    x-ratelimit-reset: 2                            | 2
                    x-ratelimit-reset: 1795255210                   | 10
                    x-nothing: 1                                    | 1
                    """)
    void waitsAsA429Tells(String header, long seconds) {
        HttpReads reads = serving(json(429, "{}", DATE, header), json(200, "{}"));

        assertThat(status(reads)).isEqualTo(200);
        assertThat(waits.seconds()).containsExactly(seconds);
    }

    @Test
    void aRetryAfterOfLongerThanAQuarterOfAnHourEndsTheRunForNow() {
        HttpReads reads = serving(json(429, "{}", "retry-after: 901"));

        assertThatThrownBy(() -> status(reads))
                .isInstanceOf(CrmException.Temporary.class)
                .hasMessageContaining("16 minutes");
        assertThat(waits.seconds()).isEmpty();
    }

    @Test
    void aRefusalWhileTheBurstWindowHasRoomMeansTheDaysBudget() {
        HttpReads reads = serving(json(429, "{}", "x-ratelimit-remaining: 12", "x-ratelimit-reset: 2"));

        assertThatThrownBy(() -> status(reads))
                .isInstanceOf(CrmException.Temporary.class)
                .hasMessageContaining("budget of the day");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void stopsKnockingBeforeItIsBanned() {
        HttpReads reads = serving(
                Collections.nCopies(20, json(429, "{}", "retry-after: 0")).toArray(Reply[]::new));

        assertThatThrownBy(() -> status(reads)).isInstanceOf(CrmException.Temporary.class);
        assertThat(server.requests()).hasSize(9);
        assertThat(waits.seconds()).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L);
    }

    @ParameterizedTest
    @CsvSource({
        "401, CrmException$Refused, does not accept the token (401)",
        "402, CrmException$Refused, closed or unpaid",
        "403, CrmException$Refused, does not let the token's user do this"
    })
    void aRefusalEndsTheRunAtOnce(int status, String type, String sentence) throws ClassNotFoundException {
        HttpReads reads = serving(json(status, "{\"success\":false,\"error\":\"a person's name\"}"));

        assertThatThrownBy(() -> status(reads))
                .isInstanceOf(Class.forName("io.mergewell.crm." + type))
                .hasMessageContaining(sentence)
                .hasMessageNotContaining("a person's name")
                .hasMessageNotContaining("s3cr3t");
        assertThat(server.requests()).hasSize(1);
        assertThat(waits.seconds()).isEmpty();
    }

    @Test
    void aGatekeepersPageEndsTheRunForNow() {
        HttpReads reads = serving(html(403));

        assertThatThrownBy(() -> status(reads))
                .isInstanceOf(CrmException.Temporary.class)
                .hasMessageContaining("gatekeeper");
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void neverFollowsARedirectWithTheToken(int status) throws IOException {
        try (ScriptedServer elsewhere = new ScriptedServer(json(200, "{}"))) {
            HttpReads reads = serving(json(status, "{}", "location: " + elsewhere.url()));

            assertThatThrownBy(() -> status(reads))
                    .isInstanceOf(CrmException.BrokenContract.class)
                    .hasMessageContaining("never followed");
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @Test
    void readsZippedAnswers() {
        HttpReads reads = serving(Replies.zipped("{\"a\":1}".getBytes()));

        String body = reads.get("/persons", 10, answer -> new String(answer.body(), StandardCharsets.UTF_8));

        assertThat(body).isEqualTo("{\"a\":1}");
    }

    static Stream<Arguments> dishonestBodies() {
        return Stream.of(
                Arguments.of("endless", Replies.endless(), "more than 64 MiB"),
                Arguments.of("gzip bomb", Replies.zipped(new byte[(64 << 20) + 1]), "more than 64 MiB"),
                Arguments.of(
                        "no gzip",
                        Replies.typed(200, "application/json", "{}".getBytes(), "content-encoding: gzip"),
                        "says it is gzip"),
                Arguments.of(
                        "other encoding",
                        Replies.typed(200, "application/json", "{}".getBytes(), "content-encoding: br"),
                        "not asked for"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dishonestBodies")
    void aBodyThatNobodyCouldMeanBreaksTheContract(String what, Reply reply, String sentence) {
        HttpReads reads = serving(reply);

        assertThatThrownBy(() -> status(reads))
                .isInstanceOf(CrmException.BrokenContract.class)
                .hasMessageContaining(sentence);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void namesAHostThatDoesNotExist() {
        Endpoint nowhere = new Endpoint(URI.create("https://nowhere.invalid"), new Secret("x"));

        assertThatThrownBy(() -> status(reads(nowhere, Duration.ofSeconds(20))))
                .isInstanceOf(CrmException.Temporary.class)
                .hasMessageContaining("Test at nowhere.invalid cannot be reached: no host of that name");
    }

    @Test
    void namesAPortWhereNobodyListens() throws IOException {
        int port = freePort();
        Endpoint closed = new Endpoint(URI.create("http://127.0.0.1:" + port), new Secret("x"));

        assertThatThrownBy(() -> status(reads(closed, Duration.ofSeconds(20))))
                .isInstanceOf(CrmException.Temporary.class)
                .hasMessageContaining("127.0.0.1:" + port + " cannot be reached: nothing accepts connections");
        assertThat(waits.seconds()).isEmpty();
    }

    @Test
    void isPatientWithAServerThatAnsweredBefore() throws IOException {
        HttpReads reads = serving(json(200, "{}"));
        status(reads);
        server.close();

        assertThatThrownBy(() -> status(reads))
                .isInstanceOf(CrmException.Temporary.class)
                .hasMessageContaining("could no longer be reached, 4 times in a row");
    }

    @Test
    void neverQuotesATokenThatCannotBeSent() {
        Endpoint endpoint = new Endpoint(server.url(), new Secret("s3cr3t\nline"));

        CrmException refused = catchThrowableOfType(
                CrmException.Misconfigured.class, () -> status(reads(endpoint, Duration.ofSeconds(20))));

        assertThat(refused).hasMessageContaining("line break").hasNoCause();
        assertThat(refused.getMessage()).doesNotContain("s3cr3t");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aStopRequestEndsAnAnswerThatDoesNotCome() {
        server = new ScriptedServer(Replies.silence());
        HttpReads reads = reads(server.endpoint(), Duration.ofSeconds(20));

        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> status(reads)).isInstanceOf(CrmException.Stopped.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private HttpReads serving(Reply... replies) {
        server = new ScriptedServer(replies);
        return reads(server.endpoint(), Duration.ofSeconds(20));
    }

    private HttpReads reads(Endpoint endpoint, Duration timeout) {
        return new HttpReads(new Peer("Test", endpoint, "x-api-token"), timeout, waits);
    }

    private static int status(HttpReads reads) {
        return reads.get("/persons", 10, Answer::status);
    }

    private static Reply truncatedGzip() {
        byte[] zipped = Replies.gzip("{\"some\":\"longer text that does not compress to nothing\"}".getBytes());
        return Replies.typed(
                200, "application/json", Arrays.copyOf(zipped, zipped.length - 12), "content-encoding: gzip");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
