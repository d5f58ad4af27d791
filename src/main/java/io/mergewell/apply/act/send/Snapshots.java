package io.mergewell.apply.act.send;

import io.mergewell.crm.SourcedPerson;
import io.mergewell.review.files.AppendedFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code snapshots.jsonl}: each person's whole record as the CRM held it before this run did anything to it, one line of
 * JSON each, {@code {"runId":…,"personId":…,"takenAt":…,"record":…}}. On disk before the effect is.
 */
public final class Snapshots {

    /** The name of the file within a run's folder. */
    public static final String FILE = "snapshots.jsonl";

    private static final JsonMapper JSON = new JsonMapper();

    private final AppendedFile file;
    private final String runId;
    private final Set<String> taken = new HashSet<>();

    /** @param folder of the run; a line that a killed process began in it and did not end is cut off */
    public Snapshots(Path folder, String runId) {
        this.file = new AppendedFile(folder.resolve(FILE));
        this.runId = runId;
    }

    /**
     * Takes those who were not taken yet. When this returns they are on disk.
     *
     * @throws io.mergewell.review.files.ReviewException if they cannot be written: then nothing may be done to them
     */
    public void take(Collection<SourcedPerson> persons, Instant now) {
        StringBuilder lines = new StringBuilder();
        for (SourcedPerson person : persons) {
            if (taken.add(person.person().id().value())) {
                lines.append(line(person, now)).append('\n');
            }
        }
        if (!lines.isEmpty()) {
            file.append(lines.toString());
        }
    }

    private String line(SourcedPerson person, Instant now) {
        ObjectNode line = JSON.createObjectNode();
        line.put("runId", runId);
        line.put("personId", person.person().id().value());
        line.put("takenAt", now.toString());
        try {
            line.set("record", JSON.readTree(person.raw()));
        } catch (JacksonException e) {
            // Its message would quote the record.
            throw new IllegalStateException(
                    "A record of person " + person.person().id() + " is no JSON.");
        }
        return JSON.writeValueAsString(line);
    }
}
