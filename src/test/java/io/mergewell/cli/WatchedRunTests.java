package io.mergewell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.mergewell.job.RunExit;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --metrics} and {@code --ping}: what they tell of a run, and that they cannot fail one. */
class WatchedRunTests {

    @TempDir
    private Path folder;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private Typed typed;
    private int status = 200;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body.length);
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        typed = new Typed(folder);
        Files.writeString(folder.resolve("list.csv"), """
                id,name,email
                1,Ada Lovelace,ada@analytical-engines.com
                2,Lovelace Ada,ADA@analytical-engines.com
                """);
    }

    @AfterEach
    void hangUp() {
        server.stop(0);
    }

    @Test
    void pingsTheStartAndTheSuccessOfARun() throws IOException {
        assertThat(typed.run("dry-run", "--ping", url() + "?create=1", job("list.csv")))
                .isEqualTo(RunExit.DONE);

        assertThat(asked).containsExactly("GET /secret/start?create=1 0", "GET /secret?create=1 0");
        assertThat(typed.err()).doesNotContain("ping");
    }

    @Test
    void pingsTheFailureOfARun() throws IOException {
        assertThat(typed.run("dry-run", "--ping=" + url(), job("gone.csv"))).isEqualTo(RunExit.BAD_INPUT);
        assertThat(typed.run(
                        "apply", "--ping=" + url(), folder.resolve("gone.yml").toString()))
                .isEqualTo(RunExit.CONFIGURATION);

        assertThat(asked)
                .containsExactly(
                        "GET /secret/start 0", "GET /secret/fail 0", "GET /secret/start 0", "GET /secret/fail 0");
    }

    @Test
    void warnsOnceOfAPingThatIsRefusedAndKeepsItsAddress() throws IOException {
        status = 500;

        assertThat(typed.run("dry-run", "--ping", url(), job("list.csv"))).isEqualTo(RunExit.DONE);

        assertThat(warnings())
                .hasSize(1)
                .first()
                .asString()
                .contains("HTTP 500")
                .doesNotContain("secret");
    }

    @Test
    void doesARunWhosePingReachesNobody() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }

        assertThat(typed.run("dry-run", "--ping", "http://127.0.0.1:" + free + "/secret", job("list.csv")))
                .isEqualTo(RunExit.DONE);

        assertThat(warnings())
                .hasSize(1)
                .first()
                .asString()
                .contains("127.0.0.1")
                .doesNotContain("secret");
        assertThat(typed.out()).startsWith("2 persons in the mirror");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "ftp://localhost/x", "http:///x", "file:///etc/hosts"})
    void doesARunWhosePingIsNoAddress(String url) throws IOException {
        assertThat(typed.run("dry-run", "--ping", url, job("list.csv"))).isEqualTo(RunExit.DONE);

        assertThat(warnings()).hasSize(1);
    }

    @Test
    void writesTheMetricsOfARunForEverybodyToRead() throws IOException {
        Path metrics = Files.writeString(folder.resolve("mergewell.prom"), "old");

        assertThat(typed.run("dry-run", "--metrics", metrics.toString(), job("list.csv")))
                .isEqualTo(RunExit.DONE);

        assertThat(Files.readAllLines(metrics))
                .contains(
                        "mergewell_run_status{job=\"list\",command=\"dry-run\",status=\"completed\"} 1",
                        "mergewell_run_success{job=\"list\",command=\"dry-run\"} 1",
                        "mergewell_run_exit_code{job=\"list\",command=\"dry-run\"} 0",
                        "mergewell_persons{job=\"list\",command=\"dry-run\"} 2",
                        "mergewell_run_end_timestamp_seconds{job=\"list\",command=\"dry-run\"} 1795230000.000")
                .allMatch(line -> line.matches(
                        "# (HELP|TYPE) mergewell_[a-z_]+ .+|mergewell_[a-z_]+\\{[a-z]+=\"[^\"]*\".*} [0-9.]+"))
                .doesNotHaveDuplicates();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(metrics)))
                .isEqualTo("rw-r--r--");
        assertThat(folder.resolve(".mergewell.prom.tmp")).doesNotExist();
    }

    @Test
    void writesTheMetricsOfARunThatFailed() throws IOException {
        Path metrics = folder.resolve("mergewell.prom");

        typed.run("dry-run", "--metrics", metrics.toString(), job("gone.csv"));

        assertThat(Files.readString(metrics))
                .contains("mergewell_run_status{job=\"list\",command=\"dry-run\",status=\"failed\"} 1")
                .contains("mergewell_run_success{job=\"list\",command=\"dry-run\"} 0")
                .contains("mergewell_run_exit_code{job=\"list\",command=\"dry-run\"} 65")
                .doesNotContain("mergewell_persons");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no/such/folder/x.prom", "list.csv/x.prom", "."})
    void doesARunWhoseMetricsCannotBeWritten(String file) throws IOException {
        String metrics = folder.resolve(file).toString();

        assertThat(typed.run("dry-run", "--metrics", metrics, job("list.csv"))).isEqualTo(RunExit.DONE);

        assertThat(typed.err().lines().filter(line -> line.startsWith("The metrics could not be written")))
                .hasSize(1);
        assertThat(typed.out()).startsWith("2 persons in the mirror");
    }

    private List<String> warnings() {
        return typed.err().lines().filter(line -> line.startsWith("The ping")).toList();
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/secret";
    }

    private String job(String file) throws IOException {
        return Files.writeString(folder.resolve("list.yml"), """
                crm:
                  type: csv
                  file: %s
                  columns: { id: id, name: name, emails: [email] }
                store: { url: "jdbc:h2:file:%s" }
                reports: %s
                """.formatted(
                                file, folder.resolve("data/list"), folder.resolve("reports")))
                .toString();
    }
}
