package io.mergewell.crm.csv;

import io.mergewell.crm.ApiUsage;
import io.mergewell.crm.CrmException;
import io.mergewell.crm.PersonPage;
import io.mergewell.crm.PersonSource;
import io.mergewell.crm.ReadScope;
import io.mergewell.crm.settings.CsvColumns;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Persons of a CSV file. Every read is of the whole file: it has no memory of what changed. Applying writes a cleaned
 * copy, in which anything can be merged, changed or left out.
 */
public final class CsvPersons implements PersonSource {

    static final int PAGE_SIZE = 20_000;

    private final Path file;
    private final CsvColumns columns;
    private @Nullable OpenFile open;

    public CsvPersons(Path file, CsvColumns columns) {
        this.file = file;
        this.columns = columns;
    }

    @Override
    public boolean readsChanges() {
        return false;
    }

    @Override
    public boolean rereadsFreely() {
        return true;
    }

    /**
     * The names of the file's columns, mapped or not, in its order.
     *
     * @throws CrmException.UnreadableInput if the file cannot be read, or lacks a mapped column
     */
    public List<String> columnNames() {
        try {
            Place.State state = Place.State.of(file);
            return at(Place.of(null, state), state).columnNames();
        } catch (IOException failure) {
            throw unreadable(file, failure);
        }
    }

    @Override
    public PersonPage page(ReadScope scope, @Nullable String cursor) {
        try {
            Place.State state = Place.State.of(file);
            PersonPage page = at(Place.of(cursor, state), state).page(PAGE_SIZE);
            if (!Place.State.of(file).equals(state)) {
                throw changed();
            }
            return page;
        } catch (IOException failure) {
            throw unreadable(file, failure);
        }
    }

    @Override
    public ApiUsage usage() {
        return ApiUsage.NONE;
    }

    @Override
    public void close() {
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException ignoredSinceNothingWasWritten) {
            // A file that was only read loses nothing.
        }
        open = null;
    }

    private OpenFile at(Place wanted, Place.State state) throws IOException {
        if (!wanted.state().equals(state)) {
            throw changed();
        }
        if (open == null || !open.place().equals(wanted)) {
            close();
            if (Files.isDirectory(file)) {
                throw new CrmException.UnreadableInput("The path in crm.file, " + file + ", is a folder.");
            }
            open = OpenFile.open(file, columns, state);
            open.skipTo(wanted);
        }
        return open;
    }

    private CrmException.CursorExpired changed() {
        return new CrmException.CursorExpired(
                "The file " + file + " changed while it was being read. The read begins anew.");
    }

    static CrmException.UnreadableInput unreadable(Path file, IOException failure) {
        String why = failure instanceof NoSuchFileException
                ? "does not exist"
                : failure instanceof AccessDeniedException
                        ? "may not be read by this user"
                        : "cannot be read (" + failure.getClass().getSimpleName() + ")";
        return new CrmException.UnreadableInput("The file " + file + " " + why + ". Check crm.file in the job file.");
    }
}
