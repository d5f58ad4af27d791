package io.mergewell.crm.cardbox;

import io.mergewell.crm.ApiUsage;
import io.mergewell.crm.CrmException;
import io.mergewell.crm.PersonPage;
import io.mergewell.crm.PersonSource;
import io.mergewell.crm.ReadScope;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.crm.Waiter;
import io.mergewell.crm.http.Answer;
import io.mergewell.crm.http.HttpReads;
import io.mergewell.crm.http.Peer;
import io.mergewell.person.ContactValue;
import io.mergewell.person.Organisation;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.person.PersonName;
import io.mergewell.person.PostalAddress;
import io.mergewell.person.RecordFacts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code GET /cards?after=7}: a list of cards in ascending order of their numbers, each with {@code number}, {@code
 * name} and {@code mail}; an empty list is the end.
 */
final class CardboxPersons implements PersonSource {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long NO_TOKENS = 0;

    private final String peer;
    private final String filter;
    private final HttpReads reads;

    CardboxPersons(Peer cardbox, String filter, Duration timeout, Waiter waiter) {
        this.peer = cardbox.name();
        this.filter = filter;
        this.reads = new HttpReads(cardbox, timeout, waiter);
    }

    @Override
    public boolean readsChanges() {
        return false;
    }

    @Override
    public PersonPage page(ReadScope scope, @Nullable String cursor) {
        long after = cursor == null ? 0 : Long.parseLong(cursor);
        return reads.get("/cards?after=" + after + filter, NO_TOKENS, answer -> page(answer, after));
    }

    private PersonPage page(Answer answer, long after) {
        if (answer.status() != 200 || !answer.isJson()) {
            throw broken("answered the list of cards with status " + answer.status());
        }
        List<SourcedPerson> persons = new ArrayList<>();
        long last = after;
        for (JsonNode card : cards(answer)) {
            long number = card.path("number").longValue(0);
            if (number <= last) {
                throw broken("sent cards that are not in the order of their numbers");
            }
            last = number;
            persons.add(new SourcedPerson(person(card), card::toString));
        }
        return new PersonPage(persons, List.of(), List.of(), persons.isEmpty() ? null : Long.toString(last));
    }

    private JsonNode cards(Answer answer) {
        try {
            JsonNode cards = JSON.readTree(answer.body());
            if (cards.isArray()) {
                return cards;
            }
        } catch (JacksonException malformed) {
            throw broken("sent a list of cards that is not JSON");
        }
        throw broken("sent no list of cards");
    }

    /** What hangs on a card and who owns it nobody tells, so that it is unknown. */
    private static Person person(JsonNode card) {
        String mail = card.path("mail").stringValue("");
        return new Person(
                new PersonId(card.path("number").asString()),
                new PersonName(card.path("name").stringValue(""), null, null),
                mail.isBlank() ? List.of() : List.of(ContactValue.of(mail)),
                List.of(),
                Organisation.NONE,
                null,
                PostalAddress.NONE,
                null,
                new TreeMap<>(),
                RecordFacts.NONE);
    }

    private CrmException.BrokenContract broken(String what) {
        return new CrmException.BrokenContract(peer + " " + what + ". Nothing of this page was kept.");
    }

    @Override
    public ApiUsage usage() {
        return reads.usage();
    }

    @Override
    public void close() {
        // The JDK's client of Java 17 cannot be closed; its threads are daemons and end with it.
    }
}
