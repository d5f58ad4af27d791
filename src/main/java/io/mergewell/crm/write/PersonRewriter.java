package io.mergewell.crm.write;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.plan.Room;
import io.mergewell.plan.golden.Aside;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The way out of a file of persons: a cleaned copy. The file itself is never changed. */
public interface PersonRewriter {

    /**
     * Which file this is: SHA-256 of its bytes, as 64 hexadecimal digits.
     *
     * @throws CrmException.UnreadableInput if it cannot be read
     */
    String digest();

    /** How many values one of its records can hold. */
    Room room();

    /**
     * Writes the copy: same encoding, delimiter and columns, every record as it is but for those named.
     *
     * @param groups whose survivors get what their golden records bring, as far as it finds columns; no record is in two
     * @param deleted records that are left out without being anybody's duplicates
     * @param digest of the file that is meant
     * @param copy takes its bytes
     * @return the survivors as the copy holds them, by id
     * @throws CrmException.UnreadableInput if the file is no longer the one that is meant: the copy is worth nothing then
     * @throws IOException if the copy cannot be written
     */
    Map<PersonId, Person> write(List<CleanedGroup> groups, Set<PersonId> deleted, String digest, OutputStream copy)
            throws IOException;

    /**
     * Some of its records, as they stand in it; those it does not hold are left out.
     *
     * @throws CrmException.UnreadableInput if it cannot be read
     */
    Map<PersonId, FileRecord> records(Set<PersonId> ids);

    /**
     * What a record holds in columns that the job does not name: the copy has it only with the record itself.
     *
     * @param raw the record as {@link SourcedPerson} has it
     */
    Aside aside(String raw);
}
