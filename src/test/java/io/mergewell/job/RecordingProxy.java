package io.mergewell.job;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Stands between the program and a CRM: remembers what was asked, and can hold an answer back. */
final class RecordingProxy implements AutoCloseable {

    private final URI behind;
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> pages = new CopyOnWriteArrayList<>();

    private volatile int heldPage;
    private volatile CountDownLatch arrived = new CountDownLatch(1);
    private volatile CountDownLatch released = new CountDownLatch(0);

    RecordingProxy(URI behind) throws IOException {
        this.behind = behind;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::pass);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "proxy");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The cursors of the pages that were asked for so far; empty for a first page. */
    List<String> pages() {
        return List.copyOf(pages);
    }

    void forget() {
        pages.clear();
    }

    /** Holds the answer to the next page of this number, counted from 1, until {@link #release}. */
    void hold(int page) {
        arrived = new CountDownLatch(1);
        released = new CountDownLatch(1);
        heldPage = pages.size() + page;
    }

    void awaitHeld() throws InterruptedException {
        if (!arrived.await(2, TimeUnit.MINUTES)) {
            throw new AssertionError("The page that is to be held was not asked for.");
        }
    }

    void release() {
        released.countDown();
    }

    @Override
    public void close() {
        release();
        server.stop(0);
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            String query = String.valueOf(exchange.getRequestURI().getRawQuery());
            if (!query.contains("ids=")) {
                pages.add(query.contains("cursor=") ? query.replaceAll(".*cursor=([^&]*).*", "$1") : "");
                if (pages.size() == heldPage) {
                    arrived.countDown();
                    released.await();
                }
            }
            HttpResponse<byte[]> answer = client.send(request(exchange), HttpResponse.BodyHandlers.ofByteArray());
            answer.headers().map().forEach((name, values) -> {
                if (!name.equalsIgnoreCase("content-length") && !name.startsWith(":")) {
                    values.forEach(value -> exchange.getResponseHeaders().add(name, value));
                }
            });
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(answer.body());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest request(HttpExchange exchange) {
        return HttpRequest.newBuilder(
                        URI.create(behind + exchange.getRequestURI().toString()))
                .header("x-api-token", exchange.getRequestHeaders().getFirst("x-api-token"))
                .build();
    }
}
