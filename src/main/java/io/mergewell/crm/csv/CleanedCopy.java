package io.mergewell.crm.csv;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.csv.GoldenCells.Donor;
import io.mergewell.crm.write.CleanedGroup;
import io.mergewell.crm.write.FileRecord;
import io.mergewell.csv.CsvRecords;
import io.mergewell.csv.CsvRow;
import io.mergewell.csv.Encoding;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A copy of a file with some records left out and some changed. All else is copied byte by byte: line ends, quotes,
 * damaged lines, and columns nobody mapped.
 */
final class CleanedCopy {

    private static final char QUOTE = '"';

    private final Path file;
    private final Frame frame;
    private final Encoding text;
    private final Encoding bytes;
    private final Map<PersonId, Found> found = new HashMap<>();

    private CleanedCopy(Path file, Frame frame) {
        this.file = file;
        this.frame = frame;
        this.text = frame.layout().encoding();
        this.bytes = text.bytewise();
    }

    /** The file as it is, with all records that are to change or to go. */
    static CleanedCopy of(Path file, Frame frame, Set<PersonId> concerned) throws IOException {
        CleanedCopy copy = new CleanedCopy(file, frame);
        copy.find(concerned);
        return copy;
    }

    /**
     * A record as it stands in the file.
     *
     * @param row its cells one character for each byte
     */
    private record Found(Person person, CsvRow row) {

        Donor donor() {
            return new Donor(person, row.cells());
        }
    }

    /** What stands in place of the characters of the file from one place to another. */
    private record Edit(long from, long to, String replacement) {}

    private void find(Set<PersonId> concerned) throws IOException {
        Set<PersonId> missing = new HashSet<>(concerned);
        try (CsvRecords records = frame.recordsBytewise(file)) {
            for (CsvRow row = records.next(); row != null && !missing.isEmpty(); row = records.next()) {
                List<String> cells = row.cells().stream().map(this::read).toList();
                if (row.fault() == null && !OpenFile.isDamaged(text, cells)) {
                    String id = frame.columns().id(cells);
                    if (!id.isEmpty() && missing.remove(new PersonId(id))) {
                        PersonId person = new PersonId(id);
                        found.put(person, new Found(frame.columns().person(person, cells), row));
                    }
                }
            }
        }
    }

    /** Those that were looked for and are in the file. */
    Map<PersonId, FileRecord> records(UnnamedColumns unnamed) {
        Map<PersonId, FileRecord> records = new TreeMap<>();
        found.forEach((id, one) -> {
            List<String> cells = one.row().cells().stream().map(this::read).toList();
            records.put(
                    id, new FileRecord(one.person(), unnamed.of(frame.header().json(cells))));
        });
        return records;
    }

    /** Writes the copy, and says what its survivors hold. */
    Map<PersonId, Person> write(List<CleanedGroup> groups, Set<PersonId> deleted, OutputStream copy)
            throws IOException {
        Map<PersonId, Person> survivors = new TreeMap<>();
        List<Edit> edits = new ArrayList<>();
        deleted.forEach(person -> edits.add(without(person)));
        for (CleanedGroup group : groups) {
            group.absorbed().forEach(person -> edits.add(without(person)));
            PersonId id = group.golden().id();
            Found survivor = found(id);
            List<String> cells = golden(group, survivor);
            if (!cells.equals(survivor.row().cells())) {
                edits.add(new Edit(survivor.row().start(), survivor.row().end(), line(cells)));
            }
            survivors.put(
                    id,
                    frame.columns().person(id, cells.stream().map(this::read).toList()));
        }
        edits.sort(Comparator.comparing(Edit::from));
        copy(edits, copy);
        return survivors;
    }

    private List<String> golden(CleanedGroup group, Found survivor) {
        List<Donor> donors =
                group.absorbed().stream().map(id -> found(id).donor()).toList();
        return new GoldenCells(frame.columns(), donors, this::written).of(survivor.donor(), group.golden());
    }

    private Found found(PersonId id) {
        Found one = found.get(id);
        if (one == null) {
            throw new CrmException.UnreadableInput("The file " + file + " no longer holds person " + id
                    + ". Nothing was written; make a new dry run.");
        }
        return one;
    }

    private Edit without(PersonId id) {
        CsvRow row = found(id).row();
        return new Edit(row.start(), row.next(), "");
    }

    private void copy(List<Edit> edits, OutputStream copy) throws IOException {
        WritableByteChannel to = Channels.newChannel(copy);
        try (FileChannel from = FileChannel.open(file, StandardOpenOption.READ)) {
            long place = 0;
            for (Edit edit : edits) {
                transfer(from, place, bytes.bytesBefore(edit.from()), to);
                ByteBuffer replacement = bytes.charset().encode(edit.replacement());
                while (replacement.hasRemaining()) {
                    to.write(replacement);
                }
                place = bytes.bytesBefore(edit.to());
            }
            transfer(from, place, from.size(), to);
        }
    }

    private static void transfer(FileChannel from, long start, long end, WritableByteChannel to) throws IOException {
        long place = start;
        while (place < end) {
            long moved = from.transferTo(place, end - place, to);
            if (moved == 0) {
                throw new IOException("The file ended while it was being copied.");
            }
            place += moved;
        }
    }

    private String line(List<String> cells) {
        return cells.stream()
                .map(this::quoted)
                .collect(Collectors.joining(String.valueOf(frame.layout().delimiter())));
    }

    private String quoted(String cell) {
        boolean plain = Stream.of(QUOTE, frame.layout().delimiter(), '\n', '\r').noneMatch(c -> cell.indexOf(c) >= 0)
                && !cell.startsWith(" ")
                && !cell.endsWith(" ");
        return plain ? cell : QUOTE + cell.replace("\"", "\"\"") + QUOTE;
    }

    private String read(String bytewise) {
        return bytes.equals(text) ? bytewise : new String(bytewise.getBytes(bytes.charset()), text.charset());
    }

    private String written(String value) {
        return bytes.equals(text) ? value : new String(value.getBytes(text.charset()), bytes.charset());
    }
}
