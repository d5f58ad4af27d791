package io.mergewell.crm.pipedrive;

import static io.mergewell.crm.Replies.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mergewell.crm.ApiUsage;
import io.mergewell.crm.CrmException;
import io.mergewell.crm.PersonSource;
import io.mergewell.crm.ReadScope;
import io.mergewell.crm.RecordedWaits;
import io.mergewell.crm.Replies;
import io.mergewell.crm.ScriptedServer;
import io.mergewell.crm.Sends;
import io.mergewell.crm.http.Peer;
import io.mergewell.crm.pipedrive.write.PipedriveWriter;
import io.mergewell.crm.settings.Credential;
import io.mergewell.crm.settings.Endpoint;
import io.mergewell.crm.settings.Secret;
import io.mergewell.crm.write.Effect;
import io.mergewell.crm.write.PersonWriter;
import io.mergewell.crm.write.Reply;
import io.mergewell.person.PersonId;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in to Pipedrive as an app. One server gives out tokens and answers as the CRM. */
class OauthTests {

    private static final ScriptedServer.Reply PAGE = json(200, Persons.pageOf(null, 1));
    private static final ScriptedServer.Reply UNAUTHORIZED =
            json(401, "{\"success\":false,\"error\":\"unauthorized\"}");
    private static final ScriptedServer.Reply MERGED =
            json(200, "{\"success\":true,\"data\":{\"id\":123,\"merge_what_id\":456}}");
    private static final Effect MERGE = new Effect.Merge(new PersonId("456"), new PersonId("123"));
    private static final String TOKENS = "/oauth/token";
    private static final String MERGES = "/api/v1/persons/456/merge";
    private static final List<String> SECRETS = List.of("s3cr3t", "refresh-1", "refresh-2", "access-1", "access-2");

    @TempDir
    private Path folder;

    private final RecordedWaits waits = new RecordedWaits();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T10:00:00Z"));
    private Path refreshTokenFile;
    private ScriptedServer server = new ScriptedServer();
    private PersonSource source;
    private PersonWriter writer;

    @BeforeEach
    void writeTheRefreshToken() throws IOException {
        refreshTokenFile = folder.resolve("refresh-token");
        Files.createFile(
                refreshTokenFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(refreshTokenFile, "refresh-1\n");
    }

    @AfterEach
    void closeServer() throws IOException {
        server.close();
    }

    @Test
    void theFirstRequestBuysAnAccessToken() {
        serve(token("access-1"), PAGE);

        read();

        assertThat(paths()).containsExactly(TOKENS, "/api/v2/persons");
        String client = Base64.getEncoder().encodeToString("app-id:s3cr3t".getBytes(StandardCharsets.UTF_8));
        assertThat(server.heads().get(0))
                .startsWith("POST ")
                .containsIgnoringCase("\nauthorization: Basic " + client + "\n")
                .containsIgnoringCase("\ncontent-type: application/x-www-form-urlencoded\n");
        assertThat(server.bodies().get(0)).isEqualTo("grant_type=refresh_token&refresh_token=refresh-1");
        assertThat(server.heads().get(1))
                .containsIgnoringCase("\nauthorization: Bearer access-1\n")
                .doesNotContainIgnoringCase("x-api-token");
    }

    @Test
    void whoReadsAndWhoWritesShareIt() {
        serve(token("access-1"), PAGE, MERGED, PAGE);

        read();
        Sends.send(writer, MERGE);
        read();

        assertThat(paths()).containsExactly(TOKENS, "/api/v2/persons", MERGES, "/api/v2/persons");
        assertThat(server.heads().subList(1, 4))
                .allSatisfy(head -> assertThat(head).containsIgnoringCase("\nauthorization: Bearer access-1\n"));
    }

    @ParameterizedTest
    @CsvSource({"3600, 3479, 3480", "60, 53, 54"})
    void itIsRenewedBeforeItRunsOut(int life, int stillGood, int renewed) {
        serve(token("access-1", life, ""), PAGE, PAGE, token("access-2"), PAGE);
        Instant start = now.get();

        read();
        now.set(start.plusSeconds(stillGood));
        read();
        now.set(start.plusSeconds(renewed));
        read();

        assertThat(paths()).containsExactly(TOKENS, "/api/v2/persons", "/api/v2/persons", TOKENS, "/api/v2/persons");
        assertThat(server.heads().get(4)).containsIgnoringCase("\nauthorization: Bearer access-2\n");
    }

    @Test
    void withoutALifeItIsGoodUntilItIsRefused() {
        serve(json(200, "{\"access_token\":\"access-1\"}"), PAGE, PAGE);

        read();
        now.set(now.get().plus(Duration.ofDays(30)));
        read();

        assertThat(paths()).containsExactly(TOKENS, "/api/v2/persons", "/api/v2/persons");
    }

    @Test
    void aReadThatIsRefusedIsAskedOnceMoreWithANewOne() {
        serve(token("access-1"), UNAUTHORIZED, token("access-2"), PAGE);

        read();

        assertThat(paths()).containsExactly(TOKENS, "/api/v2/persons", TOKENS, "/api/v2/persons");
        assertThat(server.heads().get(3)).containsIgnoringCase("\nauthorization: Bearer access-2\n");
        assertThat(source.usage()).isEqualTo(new ApiUsage(2, 20, 1));
        assertThat(waits.seconds()).isEmpty();
    }

    @Test
    void aReadThatIsRefusedAgainEndsTheMatter() {
        serve(token("access-1"), UNAUTHORIZED, token("access-2"), UNAUTHORIZED);

        assertThat(failure(CrmException.Refused.class, this::read))
                .contains("does not accept the token (401). The access token was renewed a moment ago.");
        assertThat(server.requests()).hasSize(4);
    }

    /** 401 is an answer: what it refuses "has not been applied" (RFC 9110, 15.5.2). */
    @Test
    void aWriteThatWasRefusedForItsTokenWasNotDoneAndIsSentOnceMore() {
        serve(token("access-1"), UNAUTHORIZED, token("access-2"), MERGED);

        assertThat(Sends.send(writer, MERGE))
                .isEqualTo(new Reply.Done(new PersonId("123"), List.of(new PersonId("456"))));
        assertThat(paths()).containsExactly(TOKENS, MERGES, TOKENS, MERGES);
        assertThat(server.bodies().get(3)).isEqualTo(server.bodies().get(1)).isEqualTo("{\"merge_with_id\":123}");
        assertThat(writer.usage()).isEqualTo(new ApiUsage(2, 80, 1));
    }

    @Test
    void aWriteThatIsRefusedAgainEndsTheMatter() {
        serve(token("access-1"), UNAUTHORIZED, token("access-2"), UNAUTHORIZED, MERGED);

        failure(CrmException.Refused.class, () -> Sends.send(writer, MERGE));

        assertThat(paths()).containsExactly(TOKENS, MERGES, TOKENS, MERGES);
    }

    @Test
    void aSecondWriteWhoseAnswerIsLostIsInDoubtAndNotSentAThirdTime() {
        serve(token("access-1"), UNAUTHORIZED, token("access-2"), Replies.hangUp(), MERGED);

        assertThat(Sends.send(writer, MERGE)).isInstanceOf(Reply.Unknown.class);
        assertThat(paths()).containsExactly(TOKENS, MERGES, TOKENS, MERGES);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 500, 504})
    void noOtherStatusLetsAWriteBeSentAgain(int status) {
        serve(token("access-1"), json(status, "{}"), token("access-2"), MERGED);

        try {
            Sends.send(writer, MERGE);
        } catch (CrmException refused) {
            assertThat(refused).isInstanceOf(CrmException.Refused.class);
        }

        assertThat(paths()).containsExactly(TOKENS, MERGES);
    }

    @Test
    void aNewRefreshTokenIsOnDiskBeforeTheAccessTokenIsUsed() throws IOException {
        AtomicReference<String> whenUsed = new AtomicReference<>("");
        serve(token("access-1", 3600, ",\"refresh_token\":\"refresh-2\""), socket -> {
            whenUsed.set(Files.readString(refreshTokenFile));
            PAGE.play(socket);
        });

        read();

        assertThat(whenUsed).hasValue("refresh-2\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(refreshTokenFile)))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(refreshTokenFile);
        }
    }

    @Test
    void theSameRefreshTokenIsNotWrittenAgain() throws IOException {
        FileTime longAgo = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Files.setLastModifiedTime(refreshTokenFile, longAgo);
        serve(token("access-1", 3600, ",\"refresh_token\":\"refresh-1\""), PAGE);

        read();

        assertThat(Files.getLastModifiedTime(refreshTokenFile)).isEqualTo(longAgo);
    }

    @Test
    void aRefreshTokenThatIsNotTakenIsSaidToBeSo() {
        serve(json(400, "{\"error\":\"invalid_grant\",\"error_description\":\"refresh-1 of Ada has expired\"}"));

        assertThat(failure(CrmException.Refused.class, this::read))
                .contains("does not accept the refresh token in " + refreshTokenFile, "not used for 60 days")
                .contains("Allow the app anew")
                .doesNotContain("Ada");
        assertThat(paths()).containsExactly(TOKENS);
    }

    @Test
    void aRefreshTokenThatAnotherRunHasExchangedMeanwhileIsTakenFromTheFile() {
        serve(
                socket -> {
                    Files.writeString(refreshTokenFile, "refresh-2\n");
                    json(400, "{\"error\":\"invalid_grant\"}").play(socket);
                },
                token("access-2"),
                PAGE);

        read();

        assertThat(server.bodies().get(1)).endsWith("refresh_token=refresh-2");
    }

    @ParameterizedTest
    @CsvSource({"401, invalid_client", "400, invalid_client", "401, ''"})
    void anAppThatIsNotKnownIsSaidToBeSo(int status, String error) {
        serve(json(status, "{\"error\":\"" + error + "\"}"));

        assertThat(failure(CrmException.Refused.class, this::read))
                .contains("does not know the app", "crm.oauth.client-id and crm.oauth.client-secret");
    }

    @Test
    void aSignInInTroubleIsAskedAFewTimes() {
        serve(json(503, "{}"), Replies.hangUp(), json(429, "{}"));

        assertThat(failure(CrmException.Temporary.class, this::read))
                .contains("answered with status 429, 3 times in a row", "run the same command again later");
        assertThat(waits.seconds()).containsExactly(1L, 5L);
        assertThat(paths()).containsOnly(TOKENS);
    }

    @Test
    void aSignInThatIsNotThereIsTemporary() throws IOException {
        serve();
        server.close();

        assertThat(failure(CrmException.Temporary.class, this::read))
                .startsWith("Pipedrive's sign-in at 127.0.0.1:")
                .contains("cannot be reached, so that no access token could be had");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "access-1",
                "",
                "{\"access_token\":7}",
                "{\"access_token\":\"access-1\\nx: y\"}",
                "{\"access_token\":\"\"}"
            })
    void whatHoldsNoAccessTokenBreaksTheContract(String body) {
        serve(json(200, body));

        assertThat(failure(CrmException.BrokenContract.class, this::read)).contains("without an access token");
        assertThat(paths()).containsExactly(TOKENS);
    }

    @Test
    void aTokenOfAnotherCompanyIsNeverSentAnywhere() throws IOException {
        serve(token(
                "access-1", 3600, ",\"refresh_token\":\"refresh-2\",\"api_domain\":\"https://Other.pipedrive.com\""));

        assertThat(failure(CrmException.Misconfigured.class, this::read))
                .isEqualTo("crm.base-url names 127.0.0.1, but the refresh token in " + refreshTokenFile
                        + " is of other.pipedrive.com. Name that in crm.base-url, or use this company's refresh token."
                        + " This request was not sent.");
        assertThat(paths()).containsExactly(TOKENS);
        assertThat(Files.readString(refreshTokenFile)).isEqualTo("refresh-2\n");
    }

    @Test
    void aTokenOfThisCompanyIsTaken() {
        serve(token("access-1", 3600, ",\"api_domain\":\"http://127.0.0.1\""), PAGE);

        read();

        assertThat(server.requests()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-rw-rw-"})
    void aFileThatOthersMayUseIsNotUsed(String permissions) throws IOException {
        Files.setPosixFilePermissions(refreshTokenFile, PosixFilePermissions.fromString(permissions));
        serve();

        assertThat(failure(CrmException.Misconfigured.class, this::read))
                .isEqualTo("crm.oauth.refresh-token-file " + refreshTokenFile + " may be used by other users of this"
                        + " machine. Take it away from them: chmod 600. This request was not sent.");
        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "refresh-1 refresh-2", "refresh-1\nrefresh-2"})
    void aFileThatHoldsNoTokenIsNotUsed(String content) throws IOException {
        Files.writeString(refreshTokenFile, content);
        serve();

        assertThat(failure(CrmException.Misconfigured.class, this::read)).contains("does not hold a token");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsMissed() throws IOException {
        Files.delete(refreshTokenFile);
        serve();

        assertThat(failure(CrmException.Misconfigured.class, this::read)).contains("cannot be read");
    }

    @Test
    void onlyAServerOnThisMachineGivesOutItsTokensItself() {
        assertThat(PipedriveAccess.tokens(endpoint(URI.create("https://acme.pipedrive.com"))))
                .isEqualTo(URI.create("https://oauth.pipedrive.com/oauth/token"));
        assertThat(PipedriveAccess.tokens(endpoint(URI.create("http://localhost:8080/api/v2"))))
                .isEqualTo(URI.create("http://localhost:8080/oauth/token"));
    }

    @Test
    void nothingPrintsASecret() {
        serve(token("access-1"), PAGE);
        Peer peer = peer(server.url());

        assertThat(peer.signIn().proof() + " " + peer).contains("***").doesNotContain(SECRETS);
    }

    private void serve(ScriptedServer.Reply... replies) {
        server = new ScriptedServer(replies);
        Peer peer = peer(server.url());
        source = new PipedrivePersons(peer, PersonFilter.ALL, Duration.ofSeconds(10), waits);
        writer = new PipedriveWriter(peer, Duration.ofSeconds(10), waits);
    }

    private Peer peer(URI url) {
        InstantSource clock = now::get;
        return PipedriveAccess.peer(endpoint(url), Duration.ofSeconds(10), waits, clock.withZone(ZoneOffset.UTC));
    }

    private Endpoint endpoint(URI url) {
        return new Endpoint(url, new Credential.OAuth("app-id", new Secret("s3cr3t"), refreshTokenFile));
    }

    private void read() {
        source.page(new ReadScope.Everything(), null);
    }

    private List<String> paths() {
        return server.requests().stream().map(path -> path.split("\\?", 2)[0]).toList();
    }

    /** The sentence, which holds no secret, with nothing behind it that might. */
    private <E extends CrmException> String failure(Class<E> kind, Runnable work) {
        E failure = catchThrowableOfType(kind, work::run);
        assertThat(failure).isNotNull().hasNoCause();
        assertThat(failure.getSuppressed()).isEmpty();
        assertThat(failure.getMessage()).doesNotContain(SECRETS).doesNotContain("app-id:");
        return failure.getMessage();
    }

    private static ScriptedServer.Reply token(String access) {
        return token(access, 3600, "");
    }

    private static ScriptedServer.Reply token(String access, int life, String more) {
        return json(
                200,
                "{\"access_token\":\"" + access + "\",\"token_type\":\"bearer\",\"expires_in\":" + life
                        + ",\"scope\":\"base,contacts:full\"" + more + "}");
    }
}
