package io.mergewell.crm.wethod;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mergewell.crm.settings.Endpoint;
import io.mergewell.crm.settings.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ObjIntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** A company whose list of persons changes between two pages, in content and in order. */
final class RestlessWethod implements AutoCloseable {

    private static final Pattern PAGE = Pattern.compile("limit=(\\d+)&offset=(\\d+)");

    private final HttpServer server;
    private final List<Long> persons;
    private final ObjIntConsumer<List<Long>> unrest;
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    /** @param unrest changes the list before it answers; given the number of the request, from 1 */
    RestlessWethod(int persons, ObjIntConsumer<List<Long>> unrest) throws IOException {
        this.persons =
                new ArrayList<>(LongStream.rangeClosed(1, persons).boxed().toList());
        this.unrest = unrest;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    Endpoint endpoint() {
        return new Endpoint(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), new Secret("s3cr3t-token"));
    }

    List<Long> persons() {
        return List.copyOf(persons);
    }

    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String query = exchange.getRequestURI().getRawQuery();
            asked.add(query);
            unrest.accept(persons, asked.size());
            Matcher page = PAGE.matcher(query);
            byte[] body = (page.find() ? page(Integer.parseInt(page.group(1)), Integer.parseInt(page.group(2))) : "{}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("content-type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private String page(int limit, int offset) {
        return persons.stream()
                .skip(offset)
                .limit(limit)
                .map(id -> "{\"id\":" + id + ",\"name\":\"Somebody\",\"surname\":\"Number " + id + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
