package io.mergewell.apply.restore;

import io.mergewell.apply.act.send.Snapshots;
import io.mergewell.person.PersonId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The {@link Snapshots} of one run, read back. Of a person that was taken twice, as a run does that was killed and went
 * on, the first line holds: it is from before the run's first effect. A last line without its end was being written when
 * the run was killed, so that nothing had been done to that person; it counts as missing.
 */
final class KeptRecords {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonNodeFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** Stands in the place of the record of somebody who was erased on request. */
    private static final String ERASED = "erased";

    private final SortedMap<PersonId, String> records;

    private KeptRecords(SortedMap<PersonId, String> records) {
        this.records = records;
    }

    /**
     * Reads the snapshots of a run.
     *
     * @param folder of the run
     * @throws RestoreException if there are none, or a line is damaged
     */
    static KeptRecords read(Path folder) {
        Path file = folder.resolve(Snapshots.FILE);
        String text = text(file);
        SortedMap<PersonId, String> records = new TreeMap<>();
        int number = 0;
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            number++;
            add(text.substring(from, end), file, number, records);
            from = end + 1;
        }
        return new KeptRecords(records);
    }

    /** The record of a person as JSON, as it was before the run did anything to it. */
    Optional<String> find(PersonId person) {
        return Optional.ofNullable(records.get(person));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new RestoreException("The snapshots " + file + " are missing, and without them nothing can come back."
                    + " Nothing was changed. If purge took them away after keep.snapshots, that is for good; else put the file back"
                    + " from a backup and run the same command again.");
        } catch (IOException e) {
            throw damaged(file, "cannot be read");
        }
    }

    private static void add(String line, Path file, int number, SortedMap<PersonId, String> records) {
        try {
            JsonNode json = JSON.readTree(line);
            JsonNode id = json.path("personId");
            JsonNode record = json.path("record");
            if (id.isString() && json.path(ERASED).asBoolean(false)) {
                return;
            }
            if (id.isString() && record.isObject()) {
                records.putIfAbsent(new PersonId(id.stringValue()), JSON.writeValueAsString(record));
                return;
            }
        } catch (JacksonException | IllegalArgumentException unreadable) {
            // Its message may quote a person.
        }
        throw damaged(file, "are damaged in line " + number);
    }

    private static RestoreException damaged(Path file, String how) {
        return new RestoreException("The snapshots " + file + " " + how + ", so nothing was changed. Put the file back"
                + " from a backup and run the same command again.");
    }
}
