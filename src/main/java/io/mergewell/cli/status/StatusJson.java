package io.mergewell.cli.status;

import io.mergewell.job.status.LiveRun;
import io.mergewell.job.status.PastRun;
import io.mergewell.job.status.StatusReport;
import io.mergewell.job.status.standing.InboxStanding;
import io.mergewell.job.status.standing.Standing;
import io.mergewell.store.ledger.LedgerRow;
import io.mergewell.store.ledger.OpenRows;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The status of a job for a program. Times are UTC, as in {@code 2026-11-22T03:10:00Z}; what is not known is null. */
final class StatusJson {

    /** Grows when a key changes its meaning or goes. */
    private static final int SCHEMA_VERSION = 1;

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private StatusJson() {}

    static String of(StatusReport status) {
        ObjectNode json =
                JSON.createObjectNode().put("schemaVersion", SCHEMA_VERSION).put("job", status.job());
        LiveRun live = status.live();
        json.set("atWork", JSON.valueToTree(live));
        json.put("note", status.note());
        ArrayNode runs = json.putArray("runs");
        status.runs().forEach(run -> put(run, runs.addObject()));
        Standing standing = status.standing();
        if (standing != null) {
            put(standing, json);
        }
        json.put("approvals", status.approvals());
        json.put("latestReport", text(status.latestReport()));
        json.put("next", status.nextStep());
        return JSON.writeValueAsString(json);
    }

    private static void put(PastRun run, ObjectNode json) {
        json.put("runId", run.runId())
                .put("command", run.command())
                .put("status", run.status())
                .put("startedAt", run.startedAt().toString())
                .put("endedAt", run.endedAt() == null ? null : run.endedAt().toString())
                .put("exitCode", run.exitCode())
                .put("persons", run.persons())
                .put("read", run.read())
                .put("calls", run.calls())
                .put("tokens", run.tokens())
                .put("countedLow", run.countedLow())
                .put("why", run.why());
    }

    private static void put(Standing standing, ObjectNode json) {
        json.set("mirror", JSON.valueToTree(standing.mirror()));
        json.set("plan", JSON.valueToTree(standing.plan()));
        put(standing.inbox(), json.putObject("inbox"));
        put(standing.open(), json.putObject("openRows"));
        json.set("today", JSON.valueToTree(standing.today()));
        json.set("decisions", JSON.valueToTree(standing.decisions()));
    }

    private static void put(InboxStanding inbox, ObjectNode json) {
        json.put("folder", inbox.folder().toString());
        ArrayNode waiting = json.putArray("waiting");
        inbox.waiting().forEach(file -> waiting.add(file.toString()));
        json.put("taken", inbox.taken()).put("refused", inbox.refused());
    }

    private static void put(OpenRows open, ObjectNode json) {
        json.put("approved", open.approved()).put("unknown", open.unknown()).put("doubtful", open.doubtful());
        ArrayNode first = json.putArray("first");
        for (LedgerRow row : open.first()) {
            first.addObject()
                    .put("row_key", row.rowKey())
                    .put("state", row.state().name())
                    .put("action", row.kind().name())
                    .put("inDoubt", open.inDoubt().contains(row.rowKey()))
                    .put("reason", row.reason());
        }
    }

    private static @Nullable String text(@Nullable Path path) {
        return path == null ? null : path.toString();
    }
}
