package io.mergewell.job.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.apply.faults.Approved;
import io.mergewell.apply.faults.CallKind;
import io.mergewell.apply.faults.Deed;
import io.mergewell.apply.faults.Invariants;
import io.mergewell.store.Store;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.databind.JsonNode;

/** What must be true of the CRM, the ledger, the files and the tables of Spring Batch after a rehearsal. */
final class Aftermath {

    private final Rehearsal rehearsal;
    private final List<Line> ledger = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private final StringBuilder batch = new StringBuilder();

    /** One approved row. */
    private record Line(String key, String kind, long absorbed, String state, String reason) {}

    /** One write. */
    private record Effect(String kind, long person, String state, Instant intendedAt) {}

    private Aftermath(Rehearsal rehearsal) {
        this.rehearsal = rehearsal;
    }

    /** Reads what the program has left. */
    static Aftermath of(Rehearsal rehearsal) {
        Aftermath aftermath = new Aftermath(rehearsal);
        try (Store store = Store.look(rehearsal.store(), "acme").orElseThrow()) {
            aftermath.read(store);
        }
        return aftermath;
    }

    /** Everything that was approved is done, and nothing else; whatever happened on the way. */
    void isAllDone() throws IOException {
        Approved approved = rehearsal.approved();
        isSafe();
        assertThat(states()).as("rows").containsOnly("APPLIED");
        assertThat(ledger).as("shortfalls").allMatch(line -> line.reason().isEmpty());
        assertThat(deeds(CallKind.MERGE))
                .containsExactlyInAnyOrderElementsOf(approved.merges().keySet());
        assertThat(deeds(CallKind.DELETE)).containsExactlyInAnyOrderElementsOf(approved.deletes());
    }

    /** Nothing is lost, unapproved, unexplained, in doubt or told to the wrong people. */
    void isSafe() throws IOException {
        Invariants.check(
                rehearsal.before(), rehearsal.crm().snapshot(), rehearsal.crm().history(), rehearsal.approved());
        assertThat(effects).as("writes in doubt").noneMatch(effect -> Set.of("INTENT", "UNKNOWN")
                .contains(effect.state()));
        assertThat(states()).as("rows in doubt").doesNotContain("UNKNOWN");
        everyDeedHadAnIntent();
        receiptsAgree();
        everyoneWasKept();
        nothingPrivateWasSaid();
        assertThat(rehearsal.crm().sentElsewhere()).isEmpty();
    }

    /** The state of each row, by the record that was to disappear. */
    Map<Long, String> outcomes() {
        return ledger.stream().collect(Collectors.toMap(Line::absorbed, Line::state));
    }

    private List<String> states() {
        return ledger.stream().map(Line::state).toList();
    }

    private List<Long> deeds(CallKind kind) {
        return rehearsal.crm().history().deeds(kind).stream().map(Deed::person).toList();
    }

    private void everyDeedHadAnIntent() {
        for (Deed deed : rehearsal.crm().history().deeds()) {
            if (deed.byTheJob()) {
                assertThat(effects)
                        .as("intents of %s", deed)
                        .anyMatch(effect -> effect.kind().equals(deed.kind().name())
                                && effect.person() == deed.person()
                                && effect.state().equals("APPLIED"));
            }
        }
    }

    /** What {@code receipts.csv} says of a row is what the ledger says, and what happened. */
    private void receiptsAgree() throws IOException {
        Map<String, String> receipts = new HashMap<>();
        for (Path file : files("receipts.csv")) {
            try (Reader reader = Files.newBufferedReader(file);
                    var parsed = CSVFormat.RFC4180
                            .builder()
                            .setHeader()
                            .setSkipHeaderRecord(true)
                            .get()
                            .parse(reader)) {
                for (CSVRecord row : parsed) {
                    receipts.put(row.get(0), row.get("outcome"));
                }
            }
        }
        Set<Long> gone = new TreeSet<>(deeds(CallKind.MERGE));
        gone.addAll(deeds(CallKind.DELETE));
        for (Line line : ledger) {
            assertThat(receipts.get(line.key())).as("receipt of %s", line).isEqualTo(line.state());
            if (line.state().equals("APPLIED")) {
                assertThat(gone).contains(line.absorbed());
            }
        }
    }

    /** Each record that disappeared is in a snapshot. */
    private void everyoneWasKept() throws IOException {
        StringBuilder snapshots = new StringBuilder();
        for (Path file : files("snapshots.jsonl")) {
            snapshots.append(Files.readString(file));
        }
        for (Deed deed : rehearsal.crm().history().deeds()) {
            if (deed.byTheJob()) {
                assertThat(snapshots.toString()).contains("\"personId\":\"" + deed.person() + "\"");
            }
        }
    }

    private void nothingPrivateWasSaid() throws IOException {
        String said = rehearsal.program().everythingSaid() + batch;
        assertThat(said).doesNotContain(rehearsal.token());
        for (JsonNode person : rehearsal.before().persons().values()) {
            String name = person.path("name").asString("");
            if (name.length() > 5) {
                assertThat(said).doesNotContain(name);
            }
            for (JsonNode email : person.path("emails")) {
                assertThat(said).doesNotContain(email.path("value").asString());
            }
        }
    }

    /** Of all runs, the earlier first. */
    private List<Path> files(String name) throws IOException {
        Path reports = rehearsal.folder().resolve("reports/acme");
        if (!Files.exists(reports)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(reports)) {
            return found.filter(file -> file.endsWith(name)).sorted().toList();
        }
    }

    private void read(Store store) {
        store.jdbc().query("SELECT * FROM mergewell_ledger_row ORDER BY place", row -> {
            ledger.add(new Line(
                    row.getString("row_key"),
                    row.getString("kind"),
                    row.getLong("absorbed_id"),
                    row.getString("state"),
                    row.getString("reason")));
        });
        store.jdbc().query("SELECT * FROM mergewell_effect ORDER BY seq", row -> {
            effects.add(new Effect(
                    row.getString("kind"),
                    row.getLong("person_id"),
                    row.getString("state"),
                    row.getObject("intended_at", OffsetDateTime.class).toInstant()));
        });
        for (String query : List.of(
                "SELECT EXIT_MESSAGE FROM BATCH_JOB_EXECUTION",
                "SELECT EXIT_MESSAGE FROM BATCH_STEP_EXECUTION",
                "SELECT PARAMETER_VALUE FROM BATCH_JOB_EXECUTION_PARAMS",
                "SELECT SHORT_CONTEXT FROM BATCH_JOB_EXECUTION_CONTEXT",
                "SELECT reason FROM mergewell_effect",
                "SELECT reason FROM mergewell_ledger_row")) {
            store.jdbc().queryForList(query, String.class).forEach(text -> batch.append(text)
                    .append('\n'));
        }
    }
}
