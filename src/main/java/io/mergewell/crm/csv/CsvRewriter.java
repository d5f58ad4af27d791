package io.mergewell.crm.csv;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.settings.CsvColumns;
import io.mergewell.crm.write.CleanedGroup;
import io.mergewell.crm.write.FileRecord;
import io.mergewell.crm.write.PersonRewriter;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.plan.Room;
import io.mergewell.plan.golden.Aside;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;

/** Writes cleaned copies of a CSV file. */
public final class CsvRewriter implements PersonRewriter {

    private final Path file;
    private final CsvColumns columns;
    private final UnnamedColumns unnamed;

    public CsvRewriter(Path file, CsvColumns columns) {
        this.file = file;
        this.columns = columns;
        this.unnamed = new UnnamedColumns(columns);
    }

    @Override
    public String digest() {
        try (InputStream bytes = Files.newInputStream(file)) {
            return DigestUtils.sha256Hex(bytes);
        } catch (IOException failure) {
            throw CsvPersons.unreadable(file, failure);
        }
    }

    @Override
    public Room room() {
        return new Room(columns.emails().size(), columns.phones().size());
    }

    @Override
    public Map<PersonId, FileRecord> records(Set<PersonId> ids) {
        return copy(ids).records(unnamed);
    }

    @Override
    public Aside aside(String raw) {
        return unnamed.of(raw);
    }

    @Override
    public Map<PersonId, Person> write(
            List<CleanedGroup> groups, Set<PersonId> deleted, String digest, OutputStream copy) throws IOException {
        requireSame(digest);
        Set<PersonId> concerned = new HashSet<>(deleted);
        groups.forEach(group -> {
            concerned.add(group.golden().id());
            concerned.addAll(group.absorbed());
        });
        Map<PersonId, Person> survivors = copy(concerned).write(groups, deleted, copy);
        requireSame(digest);
        return survivors;
    }

    private CleanedCopy copy(Set<PersonId> concerned) {
        try {
            return CleanedCopy.of(file, Frame.of(file, columns), concerned);
        } catch (IOException failure) {
            throw CsvPersons.unreadable(file, failure);
        }
    }

    private void requireSame(String digest) {
        if (!digest().equals(digest)) {
            throw new CrmException.UnreadableInput(
                    "The file " + file + " is no longer the one that the report is about:"
                            + " it was changed or replaced since. Nothing was applied. Make a new dry run, and decide on its"
                            + " report; or put the earlier file back.");
        }
    }
}
