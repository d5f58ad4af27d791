package io.mergewell.crm.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.crm.RecordedWaits;
import io.mergewell.crm.Replies;
import io.mergewell.crm.ScriptedServer;
import io.mergewell.crm.settings.Endpoint;
import io.mergewell.crm.settings.Secret;
import io.mergewell.crm.write.Reply;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JDK's client would send some requests anew by itself. A write it never does. */
class SentOnceTests {

    @Test
    void aKeptConnectionThatClosesUnderAWriteIsNotReplaced() throws IOException {
        AtomicInteger onTheSameConnection = new AtomicInteger();
        try (ScriptedServer server = new ScriptedServer(
                socket -> {
                    answerAndKeepOpen(socket);
                    readHead(socket);
                    onTheSameConnection.incrementAndGet();
                },
                Replies.json(200, "{}"))) {
            HttpWrites writes = writes(server.url());

            assertThat(delete(writes)).isInstanceOf(Reply.Done.class);
            assertThat(delete(writes)).isInstanceOf(Reply.Unknown.class);

            assertThat(onTheSameConnection).hasValue(1);
            assertThat(server.requests()).hasSize(1);
        }
    }

    /** The property's value is read once in a process, so that it takes a process of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"", "true"})
    void noPropertyOfTheJavaInstallationCanAllowIt(String value) throws Exception {
        try (ScriptedServer server = new ScriptedServer(Replies.hangUp(), Replies.json(200, "{}"))) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Djdk.httpclient.enableAllMethodRetry=" + value,
                            "-cp",
                            System.getProperty("java.class.path"),
                            Program.class.getName(),
                            server.url().toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(said).startsWith("Unknown[");
            assertThat(server.requests()).hasSize(1);
        }
    }

    /** Deletes something and says what came back. */
    static final class Program {

        private Program() {}

        public static void main(String[] arguments) {
            System.out.println(delete(writes(URI.create(arguments[0]))));
        }
    }

    private static HttpWrites writes(URI url) {
        Peer peer = new Peer("Test", new Endpoint(url, new Secret("s3cr3t")), "x-api-token");
        return new HttpWrites(peer, Duration.ofSeconds(20), new RecordedWaits());
    }

    private static Reply delete(HttpWrites writes) {
        return writes.send("DELETE", "/persons/1", null, 3, answer -> new Reply.Done(null, List.of()));
    }

    private static void answerAndKeepOpen(Socket socket) throws IOException {
        socket.getOutputStream()
                .write("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}"
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private static void readHead(Socket socket) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        String line = reader.readLine();
        while (line != null && !line.isEmpty()) {
            line = reader.readLine();
        }
    }
}
