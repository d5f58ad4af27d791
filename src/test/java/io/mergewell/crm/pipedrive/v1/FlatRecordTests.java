package io.mergewell.crm.pipedrive.v1;

import static io.mergewell.crm.Replies.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergewell.crm.RecordedWaits;
import io.mergewell.crm.ScriptedServer;
import io.mergewell.crm.UnusableValue;
import io.mergewell.crm.http.HttpReads;
import io.mergewell.crm.http.Peer;
import io.mergewell.crm.pipedrive.record.Json;
import io.mergewell.crm.pipedrive.record.PersonFields;
import io.mergewell.crm.pipedrive.record.PersonRecord;
import io.mergewell.person.Consent;
import io.mergewell.person.LinkedRecords;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.plan.Fingerprint;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same person in the shape of v1 and of v2 is the same person. */
class FlatRecordTests {

    private static final PersonId ID = new PersonId("7");
    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";

    @Test
    void aWholePersonIsTheSameInBothShapes() throws IOException {
        Person v1 = ofV1("""
                "company_id":4711,"owner_id":{"id":3,"name":"Grace","email":"g@example.org","value":3},\
                "org_id":{"name":"Analytical Ltd","people_count":2,"owner_id":3,"value":12},"org_name":"Analytical Ltd",\
                "name":"Ada Lovelace","first_name":"Ada","last_name":"Lovelace","active_flag":true,\
                "email":[{"label":"work","value":"ada@example.org","primary":true},{"value":"","primary":false}],\
                "phone":[{"label":"mobile","value":"+44 20 7946 0000","primary":true}],\
                "add_time":"2024-01-02 03:04:05","update_time":"2026-05-06 07:08:09","delete_time":null,\
                "visible_to":"3","picture_id":{"item_id":7,"value":5},"label":4,"label_ids":[4,9],\
                "open_deals_count":1,"closed_deals_count":2,"participant_open_deals_count":3,\
                "participant_closed_deals_count":4,"activities_count":5,"notes_count":6,"files_count":0,\
                "email_messages_count":8,"followers_count":9,"marketing_status":"unsubscribed",\
                "birthday":"1815-12-10","job_title":"Analyst",\
                "postal_address":"12 St James's Square, London","postal_address_route":"St James's Square",\
                "postal_address_street_number":"12","postal_address_locality":"London",\
                "postal_address_postal_code":"SW1Y 4JH","postal_address_country":"United Kingdom"\
                """, "varchar");
        Person v2 = ofV2("""
                "owner_id":3,"org_id":12,"name":"Ada Lovelace","first_name":"Ada","last_name":"Lovelace",\
                "is_deleted":false,"emails":[{"label":"work","value":"ada@example.org","primary":true}],\
                "phones":[{"label":"mobile","value":"+44 20 7946 0000","primary":true}],\
                "add_time":"2024-01-02T03:04:05Z","update_time":"2026-05-06T07:08:09Z","visible_to":3,\
                "picture_id":5,"label_ids":[4,9],"open_deals_count":1,"closed_deals_count":2,\
                "participant_open_deals_count":3,"participant_closed_deals_count":4,"activities_count":5,\
                "notes_count":6,"files_count":0,"email_messages_count":8,"followers_count":9,\
                "marketing_status":"unsubscribed","birthday":"1815-12-10","job_title":"Analyst",\
                "postal_address":{"value":"12 St James's Square, London","route":"St James's Square",\
                "street_number":"12","locality":"London","postal_code":"SW1Y 4JH","country":"United Kingdom"}\
                """);

        assertThat(v1).isEqualTo(v2);
        assertThat(Fingerprint.of(v1)).isEqualTo(Fingerprint.of(v2));
        assertThat(v1.address().street()).isEqualTo("St James's Square 12");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'owner_id':3                                            | 'owner_id':3",
                "'owner_id':{'value':3,'name':'Grace'}                   | 'owner_id':3",
                "'org_id':{'value':12,'name':'Ltd','owner_id':3}         | 'org_id':12",
                "'org_id':12                                             | 'org_id':12",
                "'org_id':null                                           | 'org_id':null",
                "'label':7                                               | 'label_ids':[7]",
                "'label':'3,7'                                           | 'label_ids':[3,7]",
                "'label':'3, 7'                                          | 'label_ids':[3,7]",
                "'label':null                                            | 'label_ids':[]",
                "'label':3,'label_ids':[3,7]                             | 'label_ids':[3,7]",
                "'email':[{'value':'','primary':true}]                   | 'emails':[]",
                "'email':'a@b.example'                                   | 'emails':[{'value':'a@b.example'}]",
                "'email':[{'value':'a@b.example','primary':'true'}]      | 'emails':[{'value':'a@b.example','primary':true}]",
                "'phone':[{'value':' 123 ','label':'','primary':true}]   | 'phones':[{'value':'123','primary':true}]",
                "'phone':null                                            | 'phones':[]",
                "'add_time':'2026-01-31 09:30:00'                        | 'add_time':'2026-01-31T09:30:00Z'",
                "'update_time':'0000-00-00 00:00:00'                     | 'update_time':null",
                "'postal_address':'Rome'                                 | 'postal_address':{'value':'Rome'}",
                "'postal_address':null,'postal_address_route':null       | 'postal_address':null"
            })
    void aFieldIsTheSameInBothShapes(String v1, String v2) throws IOException {
        assertThat(ofV1(quoted(v1), "varchar")).isEqualTo(ofV2(quoted(v2)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "varchar   | K:'Ockham'                                        | 'Ockham'",
                "varchar   | K:'3,7'                                           | '3,7'",
                "varchar   | K:null                                            | null",
                "varchar   | K:''                                              | null",
                "date      | K:'1815-12-10'                                    | '1815-12-10'",
                "double    | K:12.3400                                         | 12.3400",
                "int       | K:5                                               | 5",
                "enum      | K:'3'                                             | 3",
                "set       | K:'3,7'                                           | [3,7]",
                "set       | K:'3'                                             | [3]",
                "set       | K:3                                               | [3]",
                "set       | K:[3,7]                                           | [3,7]",
                "set       | K:null                                            | null",
                "monetary  | K:5,K_currency:'GBP'                              | {'value':5,'currency':'GBP'}",
                "monetary  | K_currency:'GBP',K:5                              | {'value':5,'currency':'GBP'}",
                "monetary  | K:null,K_currency:null                            | {'value':null,'currency':null}",
                "daterange | K:'2026-01-01',K_until:'2026-02-01'               | {'value':'2026-01-01','until':'2026-02-01'}",
                "time      | K:'10:00:00',K_timezone_id:257                    | {'value':'10:00:00','timezone_id':257}",
                "address   | K:'Rome',K_country:'Italy',K_formatted_address:'Rome, Italy' | "
                        + "{'value':'Rome','country':'Italy','formatted_address':'Rome, Italy'}",
                "org       | K:{'name':'Ltd','value':12}                       | 12",
                "people    | K:{'name':'Ada','value':7}                        | 7",
                "user      | K:{'id':3,'name':'Grace'}                         | 3",
                "people    | K:7                                               | 7"
            })
    void aCustomFieldIsTheSameInBothShapes(String type, String v1, String v2) throws IOException {
        String root = quoted(v1.replaceAll("K(\\w*):", "'" + KEY + "$1':"));

        assertThat(ofV1(root, type)).isEqualTo(ofV2(quoted("'custom_fields':{'" + KEY + "':" + v2 + "}")));
    }

    @Test
    void whatDidNotComeIsUnknown() throws IOException {
        Person person = ofV1("\"name\":\"Ada\",\"open_deals_count\":1", "varchar");

        assertThat(person.facts().links()).isEqualTo(LinkedRecords.UNKNOWN);
        assertThat(person.facts().consent()).isEqualTo(Consent.NOT_KEPT);
    }

    @Test
    void aTimeThatIsNoneIsNotReadOver() {
        assertThatThrownBy(() -> ofV1("\"update_time\":\"yesterday\"", "varchar"))
                .isInstanceOf(UnusableValue.class)
                .hasMessage("a value in update_time that is no point in time");
    }

    private static String quoted(String text) {
        return text.replace('\'', '"');
    }

    private static Person ofV1(String fields, String type) throws IOException {
        try (ScriptedServer server = new ScriptedServer(json(200, Answers.fields(KEY, type)))) {
            HttpReads reads = new HttpReads(
                    new Peer("Pipedrive", server.endpoint(), "x-api-token"),
                    Duration.ofSeconds(10),
                    new RecordedWaits());
            return new FlatRecord(PersonFields.v1("Pipedrive", reads), true)
                    .person(Json.MAPPER.readTree("{\"id\":7," + fields + "}"), ID);
        }
    }

    private static Person ofV2(String fields) {
        boolean consent = fields.contains("marketing_status");
        return new PersonRecord(Json.MAPPER.readTree("{\"id\":7," + fields + "}"), consent).person(ID);
    }
}
