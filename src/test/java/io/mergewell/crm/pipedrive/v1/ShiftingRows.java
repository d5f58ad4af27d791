package io.mergewell.crm.pipedrive.v1;

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
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A server whose list of persons is changed by others before each of its pages. */
final class ShiftingRows implements AutoCloseable {

    /**
     * What others do before a page.
     *
     * @param deleted which rows go, by their number at that moment; a number beyond the last row means none
     * @param added how many new persons come, with ids above all others
     * @param restored whether somebody who was deleted comes back with the old id
     */
    record Change(List<Integer> deleted, int added, boolean restored) {}

    private final HttpServer server;
    private final NavigableSet<Long> alive = new TreeSet<>();
    private final NavigableSet<Long> deleted = new TreeSet<>();
    private final NavigableSet<Long> everSince = new TreeSet<>();
    private final List<Change> changes;
    private long lastId;
    private int requests;

    ShiftingRows(int persons, List<Change> changes) throws IOException {
        for (int i = 0; i < persons; i++) {
            alive.add(++lastId);
        }
        everSince.addAll(alive);
        this.changes = new ArrayList<>(changes);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/persons", this::answer);
        server.start();
    }

    Endpoint endpoint() {
        return new Endpoint(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), new Secret("s3cr3t-token"));
    }

    /** Those who were there from the first page to the last. */
    NavigableSet<Long> everSince() {
        return everSince;
    }

    int requests() {
        return requests;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (requests++ > 0 && !changes.isEmpty()) {
            change(changes.remove(0));
        }
        int start = parameter(exchange, "start");
        int limit = parameter(exchange, "limit");
        List<Long> rows = new ArrayList<>(alive);
        List<Long> page = rows.subList(Math.min(start, rows.size()), Math.min(start + limit, rows.size()));
        String data =
                page.isEmpty() ? "null" : page.stream().map(Answers::record).collect(Collectors.joining(",", "[", "]"));
        byte[] body = ("{\"success\":true,\"data\":" + data + ",\"additional_data\":{\"pagination\":{\"start\":" + start
                        + ",\"limit\":" + limit + ",\"more_items_in_collection\":" + (start + limit < rows.size())
                        + "}}}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("content-type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void change(Change change) {
        List<Long> rows = new ArrayList<>(alive);
        change.deleted().stream()
                .filter(row -> row < rows.size())
                .map(rows::get)
                .forEach(id -> {
                    if (alive.remove(id)) {
                        deleted.add(id);
                        everSince.remove(id);
                    }
                });
        if (change.restored() && !deleted.isEmpty()) {
            alive.add(deleted.pollFirst());
        }
        for (int i = 0; i < change.added(); i++) {
            alive.add(++lastId);
        }
    }

    private static int parameter(HttpExchange exchange, String name) {
        for (String parameter : exchange.getRequestURI().getRawQuery().split("&")) {
            if (parameter.startsWith(name + "=")) {
                return Integer.parseInt(parameter.substring(name.length() + 1));
            }
        }
        throw new AssertionError("No " + name + " in the request.");
    }
}
