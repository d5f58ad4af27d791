package io.mergewell.crm.csv;

import io.mergewell.crm.PersonPage;
import io.mergewell.crm.RejectedRecord;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.crm.settings.CsvColumns;
import io.mergewell.csv.CsvRecords;
import io.mergewell.csv.CsvRow;
import io.mergewell.csv.Encoding;
import io.mergewell.person.PersonId;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A file in the course of being read, record by record. */
final class OpenFile implements Closeable {

    private static final int LONGEST_ID = 200;

    private final CsvRecords records;
    private final Header header;
    private final ColumnMap columns;
    private final Encoding encoding;
    private final SeenIds seen = new SeenIds();
    private Place place;
    private @Nullable CsvRow ahead;

    private OpenFile(CsvRecords records, Header header, ColumnMap columns, Encoding encoding, Place place)
            throws IOException {
        this.records = records;
        this.header = header;
        this.columns = columns;
        this.encoding = encoding;
        this.place = place;
        this.ahead = records.next();
    }

    static OpenFile open(Path path, CsvColumns mapping, Place.State state) throws IOException {
        Frame frame = Frame.of(path, mapping);
        CsvRecords records = frame.records(path);
        try {
            return new OpenFile(
                    records, frame.header(), frame.columns(), frame.layout().encoding(), new Place(0, state));
        } catch (IOException e) {
            records.close();
            throw e;
        }
    }

    /** The names of all columns, mapped or not. */
    List<String> columnNames() {
        return header.names();
    }

    Place place() {
        return place;
    }

    /** Goes on to a place of an earlier process. What was rejected on the way was reported then. */
    void skipTo(Place wanted) throws IOException {
        while (place.records() < wanted.records() && ahead != null) {
            take(new ArrayList<>(), new ArrayList<>());
        }
    }

    PersonPage page(int size) throws IOException {
        List<SourcedPerson> persons = new ArrayList<>(size);
        List<RejectedRecord> rejected = new ArrayList<>();
        for (int i = 0; i < size && ahead != null; i++) {
            take(persons, rejected);
        }
        return new PersonPage(persons, List.of(), rejected, ahead == null ? null : place.cursor());
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    private void take(List<SourcedPerson> persons, List<RejectedRecord> rejected) throws IOException {
        CsvRow row = Objects.requireNonNull(ahead);
        ahead = records.next();
        place = new Place(place.records() + 1, place.state());
        String fault = fault(row);
        if (fault == null) {
            List<String> cells = row.cells();
            persons.add(new SourcedPerson(
                    columns.person(new PersonId(columns.id(cells)), cells), () -> header.json(cells)));
        } else {
            rejected.add(new RejectedRecord("line " + row.line(), "The record " + fault + "."));
        }
    }

    private @Nullable String fault(CsvRow row) {
        if (row.fault() != null) {
            return row.fault();
        }
        if (isDamaged(encoding, row.cells())) {
            return "holds bytes that are no character in the file's encoding";
        }
        String id = columns.id(row.cells());
        if (id.isEmpty()) {
            return "has no id";
        }
        if (id.length() > LONGEST_ID) {
            return "has an id of more than " + LONGEST_ID + " characters";
        }
        return seen.add(id) ? null : "has an id that an earlier record has already";
    }

    /** Whether any cell holds bytes that are no character. */
    static boolean isDamaged(Encoding encoding, List<String> cells) {
        return !encoding.clean() && cells.stream().anyMatch(OpenFile::isDamaged);
    }

    private static boolean isDamaged(String cell) {
        return cell.indexOf('\uFFFD') >= 0 || cell.indexOf('\u0000') >= 0;
    }
}
