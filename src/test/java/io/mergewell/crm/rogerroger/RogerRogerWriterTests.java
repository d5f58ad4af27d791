package io.mergewell.crm.rogerroger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.RecordedWaits;
import io.mergewell.crm.Replies;
import io.mergewell.crm.ScriptedServer;
import io.mergewell.crm.write.Addition;
import io.mergewell.crm.write.Effect;
import io.mergewell.crm.write.Reply;
import io.mergewell.crm.write.Step;
import io.mergewell.person.ContactValue;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What it sends where a survivor holds something already, or something odd. */
class RogerRogerWriterTests {

    private static final Effect.Merge MERGE = new Effect.Merge(new PersonId("8"), new PersonId("7"));
    private static final String NO_NOTES = "{\"member\": []}";
    private static final String ADA = """
            {"@id": "/people/7", "familyName": "Lovelace", "createdAt": "2025-01-31T10:30:00Z",
             "emailAddresses": [
                {"@id": "/.well-known/genid/1", "@type": "EmailAddress", "email": "ada@engine.example", "bounced": true}],
             "phoneNumbers": [
                {"@id": "/phone_numbers/4", "phoneNumber": "+31 20 555 0100", "phoneType": "work", "dialled": 9},
                {"@id": "/phone_numbers/5", "phoneNumber": "+31 20 555 0100", "phoneType": "fax"}]}
            """;
    private static final String UNREADABLE = ADA.replace("2025-01-31T10:30:00Z", "soon");

    @Test
    void keepsTheEntriesOfAListWithAllThatTheyHold() throws IOException {
        try (ScriptedServer server = new ScriptedServer(
                Replies.json(200, ADA), Replies.json(200, NO_NOTES), Replies.json(200, ADA), Replies.json(200, ADA))) {
            Reply reply = onlyStep(server).send();

            assertThat(reply).isInstanceOf(Reply.Done.class);
            JsonNode sent = Json.MAPPER.readTree(server.bodies().get(3));
            assertThat(sent.path("emailAddresses")).isEqualTo(Json.MAPPER.readTree("""
                    [{"@type": "EmailAddress", "email": "ada@engine.example", "bounced": true},
                     {"email": "ada@home.example"}]"""));
            assertThat(sent.path("phoneNumbers")).isEqualTo(Json.MAPPER.readTree("""
                    [{"@id": "/phone_numbers/4", "phoneNumber": "+31 20 555 0100", "phoneType": "work", "dialled": 9},
                     {"@id": "/phone_numbers/5", "phoneNumber": "+31 20 555 0100", "phoneType": "fax"},
                     {"phoneNumber": "+31 20 555 0199", "phoneType": "mobile"}]"""));
        }
    }

    @Test
    void sendsNothingToWhomSomebodyElseHasGivenItMeanwhile() throws IOException {
        String given = ADA.replace("\"bounced\": true}", "\"bounced\": true}, {\"email\": \"ADA@home.example\"}")
                .replace("\"fax\"}", "\"fax\"}, {\"phoneNumber\": \"0031205550199\"}");
        try (ScriptedServer server =
                new ScriptedServer(Replies.json(200, ADA), Replies.json(200, NO_NOTES), Replies.json(200, given))) {
            Reply reply = onlyStep(server).send();

            assertThat(reply).isEqualTo(new Reply.Done(new PersonId("7"), List.of()));
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void saysWhoseRecordCannotBeReadBeforeAMerge() throws IOException {
        try (ScriptedServer server = new ScriptedServer(Replies.json(200, UNREADABLE))) {
            assertThatThrownBy(() -> writer(server).before(MERGE, Additions.NOTHING))
                    .isInstanceOf(CrmException.UnusableRecord.class)
                    .hasMessage("RogerRoger sent person 7 with a value in createdAt that is no point in time, so that"
                            + " nothing was added to it.");
        }
    }

    @Test
    void addsNothingToARecordThatCannotBeReadAnyMore() throws IOException {
        try (ScriptedServer server = new ScriptedServer(
                Replies.json(200, ADA), Replies.json(200, NO_NOTES), Replies.json(200, UNREADABLE))) {
            Reply reply = onlyStep(server).send();

            assertThat(reply)
                    .isEqualTo(new Reply.Refused("RogerRoger sent person 7 with a value in createdAt that is no point"
                            + " in time, so that nothing was added to it"));
            assertThat(server.requests()).hasSize(3);
        }
    }

    private static Step onlyStep(ScriptedServer server) {
        List<Step> steps = writer(server).before(MERGE, addition());
        assertThat(steps).hasSize(1);
        return steps.get(0);
    }

    /** An address and a number more. */
    private static Addition addition() {
        Person ada = new PersonRecord(Json.MAPPER.readTree(ADA)).person();
        List<ContactValue> emails = new ArrayList<>(ada.emails());
        emails.add(new ContactValue("ada@home.example", null, false));
        List<ContactValue> phones = new ArrayList<>(ada.phones());
        phones.add(new ContactValue("+31 20 555 0199", "mobile", false));
        return Additions.of(new Person(
                ada.id(),
                ada.name(),
                emails,
                phones,
                ada.organisation(),
                ada.birthDate(),
                ada.address(),
                ada.jobTitle(),
                ada.custom(),
                ada.facts()));
    }

    private static RogerRogerWriter writer(ScriptedServer server) {
        return new RogerRogerWriter(server.endpoint(), Duration.ofSeconds(5), new RecordedWaits(), Clock.systemUTC());
    }
}
