package io.mergewell.crm.pipedrive.v1;

import io.mergewell.crm.PersonLookup;
import io.mergewell.crm.RecordedWaits;
import io.mergewell.crm.connect.CrmConnection;
import io.mergewell.crm.connect.WayOut;
import io.mergewell.crm.settings.ChosenOptions;
import io.mergewell.crm.settings.Endpoint;
import io.mergewell.crm.write.PersonWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Answers of API v1 in the shape of Pipedrive's documentation, and both ways to a server that gives them. */
final class Answers {

    static final String NOT_ALLOWED = """
            {"success":false,"error":"You do not have permissions to do this.",\
            "error_info":"Please check developers.pipedrive.com","data":null,"additional_data":null}""";

    static final String NOT_FOUND = """
            {"success":false,"error":"Person not found","error_info":"Please check developers.pipedrive.com",\
            "data":null,"additional_data":null}""";

    static final String UNKNOWN_METHOD = "{\"status\":false,\"error\":\"Unknown method .\"}";

    private Answers() {}

    static CrmConnection connect(Endpoint endpoint, String... options) {
        Map<String, String> chosen = new HashMap<>();
        for (int i = 0; i < options.length; i += 2) {
            chosen.put(options[i], options[i + 1]);
        }
        return new PipedriveV1()
                .connect(endpoint, ChosenOptions.of(chosen), Duration.ofSeconds(20), new RecordedWaits());
    }

    static PersonLookup source(Endpoint endpoint, String... options) {
        return ((WayOut.Calls) connect(endpoint, options).out()).lookup();
    }

    static PersonWriter writer(Endpoint endpoint) {
        return ((WayOut.Calls) connect(endpoint).out()).writer();
    }

    static String rows(boolean more, long... ids) {
        String records = LongStream.of(ids).mapToObj(Answers::record).collect(Collectors.joining(","));
        return "{\"success\":true,\"data\":[" + records + "],\"additional_data\":{\"pagination\":{\"start\":0,"
                + "\"limit\":500,\"more_items_in_collection\":" + more + ",\"next_start\":500}}}";
    }

    static String collected(String next, String... records) {
        return "{\"success\":true,\"data\":[" + String.join(",", records) + "],\"additional_data\":{\"next_cursor\":"
                + next + "}}";
    }

    static String single(String record) {
        return "{\"success\":true,\"data\":" + record + ",\"related_objects\":{}}";
    }

    static String record(long id) {
        return "{\"id\":" + id + ",\"active_flag\":true,\"name\":\"Person " + id + "\"}";
    }

    static String gone(long id) {
        return "{\"id\":" + id + ",\"active_flag\":false,\"name\":\"Person " + id
                + "\",\"delete_time\":\"2026-11-01 10:00:00\"}";
    }

    /** {@code personFields}, as keys and types in turn. */
    static String fields(String... keysAndTypes) {
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < keysAndTypes.length; i += 2) {
            data.append(i == 0 ? "" : ",")
                    .append("{\"id\":" + i + ",\"key\":\"" + keysAndTypes[i] + "\",\"field_type\":\"")
                    .append(keysAndTypes[i + 1] + "\"}");
        }
        return "{\"success\":true,\"data\":[" + data + "],\"additional_data\":{\"pagination\":{\"start\":0,"
                + "\"limit\":500,\"more_items_in_collection\":false}}}";
    }
}
