package io.mergewell.sandbox.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The server on loopback. Hands each request to the first dialect that knows its path. */
public final class HttpDoor implements AutoCloseable {

    /** Longer bodies are refused. */
    public static final int MAX_BODY = 1 << 20;

    private static final int THREADS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpServer server;
    private final ExecutorService threads;
    private final List<Dialect> dialects;

    private HttpDoor(HttpServer server, List<Dialect> dialects) {
        this.server = server;
        this.threads = Executors.newFixedThreadPool(THREADS, daemons());
        this.dialects = List.copyOf(dialects);
    }

    /**
     * Opens the door.
     *
     * @param port 0 for any that is free
     * @throws java.net.BindException if the port is taken
     */
    public static HttpDoor open(int port, List<Dialect> dialects) throws IOException {
        // Without it, Nagle's algorithm and delayed acknowledgements cost 40 ms an answer.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        HttpDoor door = new HttpDoor(server, dialects);
        server.createContext("/", door::serve);
        server.setExecutor(door.threads);
        server.start();
        return door;
    }

    /** Where the server answers, without a path. */
    public URI address() {
        InetSocketAddress address = server.getAddress();
        return URI.create("http://127.0.0.1:" + address.getPort());
    }

    /**
     * Closes the door at once; a client that waits for an answer sees its connection end. Work in hand is let end,
     * because an interrupt would tear the database's file out of its hands.
     */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
        try {
            threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, answer(exchange));
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            return Answer.plain(413, "The body is longer than " + MAX_BODY + " bytes.");
        }
        Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
        String path = exchange.getRequestURI().getPath();
        if (query == null || path == null) {
            return Answer.plain(400, "The address is not well-formed.");
        }
        Request request = new Request(
                exchange.getRequestMethod(),
                path,
                query,
                headers(exchange.getRequestHeaders()),
                new String(body, StandardCharsets.UTF_8));
        return dialects.stream()
                .filter(dialect -> dialect.knows(path))
                .findFirst()
                .map(dialect -> answer(dialect, request))
                .orElseGet(() -> Answer.plain(404, "Nothing answers at this path."));
    }

    private static Answer answer(Dialect dialect, Request request) {
        try {
            return dialect.answer(request);
        } catch (RuntimeException e) {
            System.getLogger(HttpDoor.class.getName())
                    .log(System.Logger.Level.ERROR, "The sandbox failed to answer " + request.method(), e);
            return Answer.plain(500, "The sandbox failed to answer.");
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), head || answer.length() == 0 ? -1 : answer.length());
        if (!head) {
            answer.writeTo(exchange.getResponseBody());
        }
    }

    private static Map<String, String> headers(Headers headers) {
        Map<String, String> byName = new TreeMap<>();
        headers.forEach((name, values) -> byName.put(name.toLowerCase(Locale.ROOT), values.get(values.size() - 1)));
        return byName;
    }

    private static @Nullable Map<String, String> query(@Nullable String raw) {
        Map<String, String> query = new HashMap<>();
        if (raw == null) {
            return query;
        }
        try {
            for (String parameter : raw.split("&", -1)) {
                int equals = parameter.indexOf('=');
                String name = equals < 0 ? parameter : parameter.substring(0, equals);
                query.put(decoded(name), equals < 0 ? "" : decoded(parameter.substring(equals + 1)));
            }
            return query;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static ThreadFactory daemons() {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, "sandbox-http-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
