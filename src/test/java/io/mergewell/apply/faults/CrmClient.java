package io.mergewell.apply.faults;

import io.mergewell.sandbox.Sandbox;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The way to the CRM itself, past every fault. */
final class CrmClient {

    private static final String EVERYTHING = "include_fields=open_deals_count,closed_deals_count,"
            + "participant_open_deals_count,participant_closed_deals_count,activities_count,notes_count,files_count,"
            + "email_messages_count,followers_count,marketing_status";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Passage passage;
    private final String token;

    CrmClient(Sandbox sandbox) {
        this.passage = new Passage(sandbox.baseUrl());
        this.token = sandbox.token();
    }

    /** Whatever the CRM answers. @param givenToken the one of the request that is passed on */
    FaultyCrm.Answer send(String method, String target, String body, String givenToken) {
        return passage.send(method, target, body, "x-api-token", givenToken);
    }

    FaultyCrm.Answer send(String method, String target, String body) {
        return send(method, target, body, token);
    }

    /** A person with all there is to know, deleted or not. */
    JsonNode person(long id) {
        return read("/api/v2/persons/" + id + "?" + EVERYTHING).path("data");
    }

    CrmSnapshot snapshot() {
        SortedMap<Long, JsonNode> persons = new TreeMap<>();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = read("/api/v2/persons?limit=500&" + EVERYTHING + cursor);
            page.path("data").forEach(person -> persons.put(person.path("id").longValue(), person));
            String next = page.at("/additional_data/next_cursor").stringValue(null);
            cursor = next == null ? null : "&cursor=" + next;
        }
        return new CrmSnapshot(persons, leads());
    }

    private SortedMap<String, Long> leads() {
        SortedMap<String, Long> leads = new TreeMap<>();
        JsonNode page;
        do {
            page = read("/api/v1/leads?limit=500&start=" + leads.size());
            page.path("data")
                    .forEach(lead -> leads.put(
                            lead.path("id").stringValue(),
                            lead.path("person_id").longValue()));
        } while (page.at("/additional_data/more_items_in_collection").booleanValue());
        return leads;
    }

    private JsonNode read(String target) {
        return JSON.readTree(send("GET", target, "").body());
    }
}
