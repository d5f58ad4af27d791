package io.mergewell.crm.wethod;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.crm.UnusableValue;
import io.mergewell.crm.http.Answer;
import io.mergewell.crm.http.PassingTrouble;
import io.mergewell.crm.http.ReadAnswers;
import io.mergewell.person.PersonId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One page of the list: a bare JSON array.
 *
 * @param ids of all records, the archived ones included, in the order they came
 * @param persons those who are not archived
 * @param archived those who are
 */
record PersonList(List<Long> ids, List<SourcedPerson> persons, List<PersonId> archived) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonNodeFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** The page in an answer of status 200, checked. */
    static PersonList parse(String peer, Answer answer) throws PassingTrouble {
        JsonNode list = new ReadAnswers(peer).tree(JSON, answer);
        if (!list.isArray()) {
            throw broken(peer, "answered the list of persons with JSON that is no list");
        }
        if (list.size() > PersonsQuery.PAGE_SIZE) {
            throw broken(peer, "sent more persons on a page than were asked for");
        }
        return of(peer, list);
    }

    private static PersonList of(String peer, JsonNode list) {
        PersonList page = new PersonList(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Set<Long> once = new HashSet<>();
        for (JsonNode record : list) {
            long id = id(peer, record, page.ids.size() + 1);
            if (!once.add(id)) {
                throw broken(peer, "sent person " + id + " twice on one page");
            }
            page.ids.add(id);
            page.take(peer, id, record);
        }
        return page;
    }

    private void take(String peer, long id, JsonNode node) {
        PersonRecord record = new PersonRecord(node);
        PersonId personId = new PersonId(Long.toString(id));
        if (record.archived()) {
            archived.add(personId);
            return;
        }
        try {
            persons.add(new SourcedPerson(record.person(personId), () -> JSON.writeValueAsString(node)));
        } catch (UnusableValue unusable) {
            throw broken(peer, "sent person " + id + " with " + unusable.what());
        }
    }

    private static long id(String peer, JsonNode record, int number) {
        JsonNode id = record.path("id");
        if (!record.isObject() || !id.isIntegralNumber() || !id.canConvertToLong() || id.longValue() <= 0) {
            throw broken(peer, "sent a person without an id that is a number (number " + number + " of its page)");
        }
        return id.longValue();
    }

    static CrmException.BrokenContract broken(String peer, String what) {
        return new ReadAnswers(peer).broken(what);
    }
}
