package io.mergewell.job.dryrun;

import io.mergewell.crm.SourcedPerson;
import io.mergewell.person.PersonId;
import io.mergewell.store.memory.Rejection;
import io.mergewell.store.mirror.MirroredPerson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Persons as the mirror can hold them, however they were read.
 *
 * @param tooLarge those whose record is larger than a million bytes: they take no part
 */
record CheckedPersons(List<MirroredPerson> persons, List<PersonId> tooLarge) {

    /** What one value of the store holds; no person of a CRM comes near it. */
    private static final int MOST_BYTES = 1_000_000;

    static CheckedPersons of(List<SourcedPerson> read) {
        List<MirroredPerson> persons = new ArrayList<>(read.size());
        List<PersonId> tooLarge = new ArrayList<>();
        for (SourcedPerson sourced : read) {
            String raw = sourced.raw();
            if (fits(raw)) {
                persons.add(new MirroredPerson(sourced.person(), raw));
            } else {
                tooLarge.add(sourced.person().id());
            }
        }
        return new CheckedPersons(persons, tooLarge);
    }

    List<Rejection> rejections() {
        return rejections(tooLarge);
    }

    static List<Rejection> rejections(List<PersonId> tooLarge) {
        return tooLarge.stream()
                .map(id -> new Rejection("person " + id, "The record is larger than a million bytes."))
                .toList();
    }

    private static boolean fits(String raw) {
        return raw.length() < MOST_BYTES / 3 || raw.getBytes(StandardCharsets.UTF_8).length < MOST_BYTES;
    }
}
