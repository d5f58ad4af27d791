package io.mergewell.crm.pipedrive.record;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.crm.UnusableValue;
import io.mergewell.crm.http.Answer;
import io.mergewell.crm.http.PassingTrouble;
import io.mergewell.crm.http.ReadAnswers;
import io.mergewell.person.PersonId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Reads {@code {"success": true, "data": [person, …], "additional_data": {…}}}, and trusts none of it. */
public final class RecordParser {

    private final String peer;
    private final RecordShape shape;
    private final byte[] body;
    private final JsonToken begins;
    private final List<SourcedPerson> persons = new ArrayList<>();
    private final List<PersonId> gone = new ArrayList<>();
    private final List<Long> ids = new ArrayList<>();
    private boolean success;
    private boolean dataSeen;
    private JsonNode additional = MissingNode.getInstance();

    private RecordParser(String peer, RecordShape shape, byte[] body, JsonToken begins) {
        this.peer = peer;
        this.shape = shape;
        this.body = body;
        this.begins = begins;
    }

    /**
     * The page in an answer of status 200.
     *
     * @param peer name and host, for a sentence
     * @throws PassingTrouble if the answer is cut short
     * @throws CrmException.BrokenContract if it is not what a list answers
     */
    public static RecordPage parse(String peer, RecordShape shape, Answer answer) throws PassingTrouble {
        return parse(peer, shape, answer, JsonToken.START_ARRAY);
    }

    /**
     * The same of a single person, who is the whole {@code data}.
     *
     * @param peer name and host, for a sentence
     * @throws PassingTrouble if the answer is cut short
     * @throws CrmException.BrokenContract if it is not a single person
     */
    public static RecordPage parseOne(String peer, RecordShape shape, Answer answer) throws PassingTrouble {
        RecordPage page = parse(peer, shape, answer, JsonToken.START_OBJECT);
        if (page.ids().isEmpty()) {
            throw broken(peer, "sent nobody where a person was asked for");
        }
        return page;
    }

    private static RecordPage parse(String peer, RecordShape shape, Answer answer, JsonToken begins)
            throws PassingTrouble {
        return new ReadAnswers(peer).read(answer, body -> new RecordParser(peer, shape, body, begins).page());
    }

    private RecordPage page() {
        try (JsonParser json = Json.MAPPER.createParser(body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw broken("sent JSON that is no object");
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                property(json);
            }
        }
        if (!success) {
            throw broken("answered 200 but not \"success\": true");
        }
        if (!dataSeen) {
            throw broken("sent an answer without \"data\"");
        }
        return new RecordPage(persons, gone, ids, additional);
    }

    private void property(JsonParser json) {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        switch (name) {
            case "success" -> success = value == JsonToken.VALUE_TRUE;
            case "data" -> data(json, value);
            case "additional_data" -> additional = json.readValueAsTree();
            default -> json.skipChildren();
        }
    }

    /** An empty list comes as {@code []} or as {@code null}. */
    private void data(JsonParser json, JsonToken value) {
        dataSeen = true;
        if (value == JsonToken.VALUE_NULL) {
            return;
        }
        if (value != begins) {
            throw broken("sent \"data\" that is no " + (begins == JsonToken.START_ARRAY ? "list" : "single person"));
        }
        if (value == JsonToken.START_OBJECT) {
            person(json);
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            person(json);
        }
    }

    private void person(JsonParser json) {
        long start = json.currentTokenLocation().getByteOffset();
        JsonNode record = json.readValueAsTree();
        long end = json.currentLocation().getByteOffset();
        long id = id(record);
        ids.add(id);
        PersonId personId = new PersonId(Long.toString(id));
        if (shape.isGone(record)) {
            gone.add(personId);
            return;
        }
        String raw = new String(body, (int) start, (int) (end - start), StandardCharsets.UTF_8);
        try {
            persons.add(new SourcedPerson(shape.person(record, personId), raw));
        } catch (UnusableValue unusable) {
            throw broken("sent person " + id + " with " + unusable.what());
        }
    }

    private long id(JsonNode record) {
        JsonNode id = record.path("id");
        if (!record.isObject() || !id.isIntegralNumber() || !id.canConvertToLong() || id.longValue() <= 0) {
            throw broken("sent a person without an id that is a number (number " + (ids.size() + 1) + " of its page)");
        }
        return id.longValue();
    }

    private CrmException.BrokenContract broken(String what) {
        return broken(peer, what);
    }

    /**
     * What is thrown where a page is not what it must be.
     *
     * @param what completes the sentence that begins with the peer
     */
    public static CrmException.BrokenContract broken(String peer, String what) {
        return new ReadAnswers(peer).broken(what);
    }
}
