package io.mergewell.crm.pipedrive;

import static io.mergewell.crm.Replies.html;
import static io.mergewell.crm.Replies.json;
import static io.mergewell.crm.pipedrive.Peers.peer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mergewell.crm.ApiUsage;
import io.mergewell.crm.CrmException;
import io.mergewell.crm.RecordedWaits;
import io.mergewell.crm.Replies;
import io.mergewell.crm.ScriptedServer;
import io.mergewell.crm.Sends;
import io.mergewell.crm.pipedrive.write.PipedriveWriter;
import io.mergewell.crm.settings.Endpoint;
import io.mergewell.crm.settings.Secret;
import io.mergewell.crm.write.Effect;
import io.mergewell.crm.write.PersonWriter;
import io.mergewell.crm.write.Reply;
import io.mergewell.person.PersonId;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of answer to a write, as Pipedrive or something in between may give it. Each is asked for once. */
class WriteRepliesTests {

    private static final Effect MERGE = new Effect.Merge(new PersonId("456"), new PersonId("123"));
    private static final Effect DELETE = new Effect.Delete(List.of(new PersonId("456")));
    private static final String MERGED = "{\"success\":true,\"data\":{\"id\":123,\"merge_what_id\":456}}";
    private static final String DATE = "date: Sun, 22 Nov 2026 10:00:00 GMT";

    private final RecordedWaits waits = new RecordedWaits();
    private ScriptedServer server = new ScriptedServer();

    @AfterEach
    void closeServer() throws IOException {
        server.close();
    }

    @Test
    void theDuplicateIsInThePathAndTheSurvivorInTheBody() {
        Reply reply = send(MERGE, json(200, MERGED));

        assertThat(reply).isEqualTo(new Reply.Done(new PersonId("123"), List.of(new PersonId("456"))));
        assertThat(server.heads().get(0))
                .startsWith("PUT /api/v1/persons/456/merge HTTP/1.1\n")
                .contains("x-api-token: s3cr3t-token")
                .containsIgnoringCase("content-type: application/json");
        assertThat(server.bodies()).containsExactly("{\"merge_with_id\":123}");
    }

    @Test
    void saysWhoIsGoneAsTheAnswerSaysItEvenIfThatIsTheWrongWayRound() {
        Reply reply = send(MERGE, json(200, "{\"success\":true,\"data\":{\"id\":456,\"merge_what_id\":123}}"));

        assertThat(reply).isEqualTo(new Reply.Done(new PersonId("456"), List.of(new PersonId("123"))));
    }

    @Test
    void deletesOnePersonAtATime() {
        Reply reply = send(DELETE, json(200, "{\"success\":true,\"data\":{\"id\":456}}"));

        assertThat(reply).isEqualTo(new Reply.Done(null, List.of(new PersonId("456"))));
        assertThat(server.heads().get(0)).startsWith("DELETE /api/v2/persons/456 HTTP/1.1\n");
        assertThat(server.bodies()).containsExactly("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "retry-after: 7                           | none                      | 7",
                "retry-after: Sun, 22 Nov 2026 10:01:30 GMT | none                    | 90",
                "retry-after: Sun, 22 Nov 2026 09:00:00 GMT | none                    | 2",
                "retry-after: soon                        | x-ratelimit-reset: 5      | 5",
                "x-ratelimit-remaining: 0                 | x-ratelimit-reset: 3      | 3",
                "x-ratelimit-remaining: 18                | x-ratelimit-reset: 30000  | 30000",
                "x-ratelimit-remaining: 18                | none                      | 3600",
                "retry-after: 999999                      | none                      | 999999",
                "none                                     | none                      | 2"
            })
    void isToldHowLongToWaitAndDoesNotWaitItself(String header, String other, long seconds) {
        String[] headers = Stream.of(DATE, header, other)
                .filter(given -> given != null)
                .map(String::strip)
                .toArray(String[]::new);
        Reply reply = send(MERGE, json(429, "{}", headers));

        assertThat(reply).isInstanceOfSatisfying(Reply.NotNow.class, notNow -> {
            assertThat(notNow.pause()).isEqualTo(Duration.ofSeconds(seconds));
            assertThat(notNow.why()).contains("429");
        });
        assertThat(waits.seconds()).isEmpty();
    }

    @Test
    void asksForLongerPausesTheMoreOftenItIsTurnedAway() {
        server =
                new ScriptedServer(json(429, "{}"), json(429, "{}"), json(429, "{}"), json(200, MERGED), json(429, ""));
        PersonWriter writer = writer(server.endpoint(), Duration.ofSeconds(10));

        assertThat(List.of(pause(writer), pause(writer), pause(writer))).containsExactly(2L, 4L, 8L);
        assertThat(Sends.send(writer, MERGE)).isInstanceOf(Reply.Done.class);
        assertThat(pause(writer)).isEqualTo(2);
        assertThat(writer.usage()).isEqualTo(new ApiUsage(5, 200, 0));
    }

    @Test
    void waitsOutAWindowOfWhichLittleIsLeftBeforeItSends() {
        server = new ScriptedServer(
                json(200, MERGED, "x-ratelimit-limit: 20", "x-ratelimit-remaining: 1", "x-ratelimit-reset: 2"),
                json(200, MERGED));
        PersonWriter writer = writer(server.endpoint(), Duration.ofSeconds(10));

        Sends.send(writer, MERGE);
        assertThat(waits.seconds()).isEmpty();
        Sends.send(writer, MERGE);
        assertThat(waits.seconds()).containsExactly(2L);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 409, 410, 412, 413, 415, 422, 451})
    void whatIsUnderstoodAndNotDoneIsRefused(int status) {
        Reply reply = send(MERGE, json(status, "{\"success\":false,\"error\":\"Ada Lovelace is locked\"}"));

        assertThat(reply).isInstanceOfSatisfying(Reply.Refused.class, refused -> assertThat(refused.why())
                .contains("status " + status)
                .doesNotContain("Ada"));
    }

    @ParameterizedTest
    @CsvSource({"401, false", "402, false", "403, true"})
    void aCredentialOrPermissionThatIsRefusedEndsTheMatter(int status, boolean tokenAccepted) {
        CrmException.Refused refused = catchThrowableOfType(
                CrmException.Refused.class, () -> send(MERGE, json(status, "{\"success\":false}")));

        assertThat(refused).hasMessageContaining("(" + status + ")").hasNoCause();
        assertThat(refused.tokenAccepted()).isEqualTo(tokenAccepted);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aGatekeepersPageEndsTheRunForNow() {
        assertThatThrownBy(() -> send(MERGE, html(403)))
                .isInstanceOf(CrmException.Temporary.class)
                .hasMessageContaining("gatekeeper");
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void goesNowhereElseWithTheToken(int status) throws IOException {
        try (ScriptedServer elsewhere = new ScriptedServer()) {
            assertThatThrownBy(() -> send(MERGE, json(status, "{}", "location: " + elsewhere.url() + "/")))
                    .isInstanceOf(CrmException.BrokenContract.class)
                    .hasMessageContaining("never followed");
            assertThat(server.requests()).hasSize(1);
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @Test
    void anEndpointThatIsGoneEndsTheMatter() {
        assertThatThrownBy(() -> send(MERGE, json(405, "{}")))
                .isInstanceOf(CrmException.BrokenContract.class)
                .hasMessageContaining("405");
    }

    static Stream<Arguments> answersThatLeaveItOpen() {
        byte[] long65MiB = new byte[65 << 20];
        byte[] merged = MERGED.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                Arguments.of("closes without a word", Replies.hangUp()),
                Arguments.of("resets in the body", Replies.reset()),
                Arguments.of("ends in the middle", Replies.truncated(MERGED)),
                Arguments.of("says nothing", Replies.silence()),
                Arguments.of("dribbles", Replies.dribble()),
                Arguments.of("never ends", Replies.endless()),
                Arguments.of("is a gzip bomb", Replies.zipped(long65MiB)),
                Arguments.of("is no gzip", Replies.typed(200, "application/json", merged, "content-encoding: gzip")),
                Arguments.of("is in br", Replies.typed(200, "application/json", merged, "content-encoding: br")),
                Arguments.of("is half a gzip", halfZipped(merged)),
                Arguments.of("is empty", json(200, "")),
                Arguments.of("is 204", json(204, "")),
                Arguments.of("is a page", html(200)),
                Arguments.of("is half JSON", json(200, "{\"success\":true,\"data\":{\"id\":123")),
                Arguments.of("is no JSON", json(200, "OK")),
                Arguments.of("is deep", json(200, "[".repeat(100_000))),
                Arguments.of("is a list", json(200, "[]")),
                Arguments.of("is no success", json(200, "{\"success\":false,\"data\":{\"id\":123}}")),
                Arguments.of("may be success", json(200, MERGED.replace("true", "\"true\""))),
                Arguments.of("has null data", json(200, "{\"success\":true,\"data\":null}")),
                Arguments.of("lacks the survivor", json(200, "{\"success\":true,\"data\":{\"merge_what_id\":456}}")),
                Arguments.of("lacks the duplicate", json(200, "{\"success\":true,\"data\":{\"id\":123}}")),
                Arguments.of("has ids as text", json(200, MERGED.replace("456", "\"456\""))),
                Arguments.of("says see other", json(303, "{}")),
                Arguments.of("took too long", json(408, "{}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answersThatLeaveItOpen")
    void whatCannotBeToldFromTheAnswerIsUnknown(String what, ScriptedServer.Reply reply) {
        assertUnknown(reply);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 501, 502, 503, 504, 520, 524})
    void aServerInTroubleMayHaveDoneIt(int status) {
        assertUnknown(json(status, "{}", "retry-after: 1"));
        assertThat(waits.seconds()).isEmpty();
    }

    @Test
    void nothingWasDoneWhereNothingListens() throws IOException {
        URI nobody;
        try (ServerSocket taken = new ServerSocket(0)) {
            nobody = URI.create("http://127.0.0.1:" + taken.getLocalPort());
        }
        PersonWriter writer = writer(new Endpoint(nobody, new Secret("s3cr3t-token")), Duration.ofSeconds(10));

        assertThatThrownBy(() -> Sends.send(writer, MERGE))
                .isInstanceOf(CrmException.Temporary.class)
                .hasMessageContaining("cannot be reached");
    }

    @Test
    void nothingWasDoneWhereNothingListensAnyMore() throws IOException {
        server = new ScriptedServer(json(200, MERGED));
        PersonWriter writer = writer(server.endpoint(), Duration.ofSeconds(10));
        Sends.send(writer, MERGE);
        server.close();

        assertThatThrownBy(() -> Sends.send(writer, MERGE))
                .isInstanceOf(CrmException.Temporary.class)
                .hasMessageContaining("Nothing was sent");
    }

    @Test
    void aStopBeforeSendingSendsNothing() {
        server = new ScriptedServer(json(200, MERGED));
        PersonWriter writer = writer(server.endpoint(), Duration.ofSeconds(10));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> Sends.send(writer, MERGE)).isInstanceOf(CrmException.Stopped.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aStopWhileTheAnswerIsAwaitedLeavesItOpen() {
        Thread here = Thread.currentThread();
        Reply reply = send(MERGE, socket -> {
            here.interrupt();
            socket.getInputStream().read();
        });

        assertThat(reply).isInstanceOf(Reply.Unknown.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private void assertUnknown(ScriptedServer.Reply reply) {
        server = new ScriptedServer(reply, json(200, MERGED));
        PersonWriter writer = writer(server.endpoint(), Duration.ofSeconds(1));

        assertThat(Sends.send(writer, MERGE))
                .isInstanceOfSatisfying(Reply.Unknown.class, unknown -> assertThat(unknown.why())
                        .startsWith("Pipedrive at 127.0.0.1:")
                        .contains("may have been done or not")
                        .doesNotContain("s3cr3t", "Exception"));
        assertThat(server.requests()).hasSize(1);
        assertThat(writer.usage()).isEqualTo(new ApiUsage(1, 40, 0));
    }

    private Reply send(Effect effect, ScriptedServer.Reply reply) {
        server = new ScriptedServer(reply, json(200, MERGED));
        Reply sent = Sends.send(writer(server.endpoint(), Duration.ofSeconds(10)), effect);
        assertThat(server.requests()).hasSize(1);
        return sent;
    }

    private static long pause(PersonWriter writer) {
        return ((Reply.NotNow) Sends.send(writer, MERGE)).pause().toSeconds();
    }

    private PersonWriter writer(Endpoint endpoint, Duration timeout) {
        return new PipedriveWriter(peer(endpoint), timeout, waits);
    }

    private static ScriptedServer.Reply halfZipped(byte[] body) {
        byte[] zipped = Replies.gzip(body);
        return Replies.typed(
                200, "application/json", java.util.Arrays.copyOf(zipped, zipped.length / 2), "content-encoding: gzip");
    }
}
