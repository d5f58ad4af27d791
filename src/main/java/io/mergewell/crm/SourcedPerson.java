package io.mergewell.crm;

import io.mergewell.person.Person;
import java.util.function.Supplier;

/** A person and the record it was read from. */
public final class SourcedPerson {

    private final Person person;
    private final Supplier<String> raw;

    public SourcedPerson(Person person, String raw) {
        this(person, () -> raw);
    }

    /** For sources whose records are only worth writing out when somebody asks: {@code raw} gives the same each time. */
    public SourcedPerson(Person person, Supplier<String> raw) {
        this.person = person;
        this.raw = raw;
    }

    public Person person() {
        return person;
    }

    /** The whole record as the system holds it, as JSON: the snapshot to restore from. */
    public String raw() {
        return raw.get();
    }
}
