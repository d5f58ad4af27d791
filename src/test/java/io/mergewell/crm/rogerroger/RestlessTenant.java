package io.mergewell.crm.rogerroger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mergewell.crm.settings.Endpoint;
import io.mergewell.crm.settings.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ObjIntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A tenant whose people come and go between two pages. Who was created at one moment comes in whatever order. */
final class RestlessTenant implements AutoCloseable {

    private static final Pattern PAGE = Pattern.compile("[?&]page=(\\d+)");
    private static final Pattern AFTER = Pattern.compile("createdAt\\[after]=([^&]+)");
    private static final int SIZE = 30;

    private final HttpServer server;
    private final List<Somebody> people;
    private final ObjIntConsumer<List<Somebody>> unrest;
    private final boolean inclusive;
    private int requests;

    /** Somebody, by second of creation. */
    record Somebody(int id, long second) {}

    /**
     * Serves.
     *
     * @param unrest changes the people before each answer; given the number of the request, from 1
     * @param inclusive whether {@code createdAt[after]} shows the moment itself
     */
    RestlessTenant(List<Somebody> people, ObjIntConsumer<List<Somebody>> unrest, boolean inclusive) throws IOException {
        this.people = new ArrayList<>(people);
        this.unrest = unrest;
        this.inclusive = inclusive;
        // Without it, Nagle's algorithm and delayed acknowledgements cost 40 ms an answer.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    Endpoint endpoint() {
        return new Endpoint(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), new Secret("s3cr3t-token"));
    }

    List<Somebody> people() {
        return List.copyOf(people);
    }

    int requests() {
        return requests;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            unrest.accept(people, ++requests);
            String address = URLDecoder.decode(exchange.getRequestURI().toString(), StandardCharsets.UTF_8);
            byte[] body = page(address).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("content-type", "application/ld+json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private String page(String address) {
        Matcher asked = PAGE.matcher(address);
        int page = asked.find() ? Integer.parseInt(asked.group(1)) : 1;
        Matcher after = AFTER.matcher(address);
        long from =
                after.find() ? Instant.parse(after.group(1)).getEpochSecond() + (inclusive ? 0 : 1) : Long.MIN_VALUE;
        List<Somebody> found = people.stream()
                .filter(somebody -> somebody.second() >= from)
                .sorted(Comparator.comparing(Somebody::second)
                        .thenComparing(somebody -> Integer.rotateLeft(somebody.id() * 31, requests)))
                .toList();
        String next = address.replaceAll("&page=\\d+", "") + "&page=" + (page + 1);
        String view = page * SIZE < found.size() ? ",\"view\":{\"next\":\"" + next + "\"}" : "";
        return found.stream()
                .skip((page - 1L) * SIZE)
                .limit(SIZE)
                .map(RestlessTenant::json)
                .collect(Collectors.joining(",", "{\"totalItems\":" + found.size() + view + ",\"member\":[", "]}"));
    }

    private static String json(Somebody somebody) {
        return "{\"@id\":\"/people/%d\",\"familyName\":\"Number %d\",\"createdAt\":\"%s\"}"
                .formatted(somebody.id(), somebody.id(), Instant.ofEpochSecond(somebody.second()));
    }
}
