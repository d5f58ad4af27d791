package io.mergewell.apply.faults;

import io.mergewell.sandbox.Sandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The way to a RogerRoger tenant itself, past every fault. */
final class TenantClient {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Passage passage;
    private final String key;

    TenantClient(Sandbox sandbox) {
        this.passage = new Passage(sandbox.baseUrl());
        this.key = sandbox.token();
    }

    String key() {
        return key;
    }

    /** Whatever the tenant answers. */
    FaultyCrm.Answer send(Wire.Request request) {
        List<String> headers = new ArrayList<>(List.of("x-api-key", request.token(), "accept", "application/ld+json"));
        if (!request.contentType().isEmpty()) {
            headers.addAll(List.of("content-type", request.contentType()));
        }
        return passage.send(request.method(), request.target(), request.body(), headers.toArray(String[]::new));
    }

    TenantSnapshot snapshot() {
        SortedMap<String, JsonNode> people = new TreeMap<>();
        SortedMap<String, List<JsonNode>> notes = new TreeMap<>();
        for (boolean archived : List.of(false, true)) {
            members("/people?itemsPerPage=30&exists%5BarchivedAt%5D=" + archived)
                    .forEach(person -> {
                        String id = person.path("id").stringValue();
                        people.put(id, person);
                        notes.put(id, members("/people/" + id + "/notes?itemsPerPage=30"));
                    });
        }
        return new TenantSnapshot(people, notes);
    }

    private List<JsonNode> members(String first) {
        List<JsonNode> members = new ArrayList<>();
        @Nullable String target = first;
        while (target != null) {
            JsonNode page = JSON.readTree(
                    send(new Wire.Request("GET", target, key, "", "")).body());
            page.path("member").forEach(members::add);
            target = page.at("/view/next").stringValue(null);
        }
        return members;
    }
}
