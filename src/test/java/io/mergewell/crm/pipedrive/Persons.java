package io.mergewell.crm.pipedrive;

import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Answers of {@code GET /api/v2/persons} in the shape of Pipedrive's documentation. */
final class Persons {

    static final String ADA = """
            {"id":7,"name":"Ada Lovelace","first_name":"Ada","last_name":"Lovelace","owner_id":3,"org_id":12,\
            "add_time":"2024-01-02T03:04:05Z","update_time":"2026-05-06T07:08:09Z",\
            "emails":[{"value":"ada@example.org","primary":true,"label":"work"},{"value":"","primary":false,"label":"home"},\
            {"value":"countess@example.com","primary":false,"label":"home"}],\
            "phones":[{"value":"+44 20 7946 0000","primary":true,"label":"mobile"}],\
            "is_deleted":false,"visible_to":3,"label_ids":[4,9],"picture_id":null,\
            "postal_address":{"value":"12 St James's Square, London","route":"St James's Square","street_number":"12",\
            "locality":"London","postal_code":"SW1Y 4JH","country":"United Kingdom"},\
            "birthday":"1815-12-10","job_title":"Analyst",\
            "custom_fields":{"aaaa":"Ockham Park","bbbb":12.3400,"cccc":null,"dddd":{"value":5,"currency":"GBP"},"eeee":[3,1],\
            "ffff":12345678901234567890123.000000000000000001,"gggg":{"value":null,"currency":null},"hhhh":true},\
            "open_deals_count":1,"closed_deals_count":2,"participant_open_deals_count":3,"participant_closed_deals_count":4,\
            "activities_count":5,"notes_count":6,"files_count":0,"email_messages_count":8,"followers_count":9,\
            "marketing_status":"unsubscribed"}""";

    private Persons() {}

    static String page(@Nullable String next, String... records) {
        String cursor = next == null ? "null" : "\"" + next + "\"";
        return "{\"success\":true,\"data\":[" + String.join(",", records) + "],\"additional_data\":{\"next_cursor\":"
                + cursor + "}}";
    }

    static String pageOf(@Nullable String next, long... ids) {
        return page(next, LongStream.of(ids).mapToObj(Persons::named).toArray(String[]::new));
    }

    static String named(long id) {
        return "{\"id\":" + id + ",\"name\":\"Person " + id + "\"}";
    }

    static String deleted(long id) {
        return "{\"id\":" + id + ",\"is_deleted\":true}";
    }

    static String ids(java.util.List<io.mergewell.crm.SourcedPerson> persons) {
        return persons.stream().map(sourced -> sourced.person().id().value()).collect(Collectors.joining(","));
    }
}
