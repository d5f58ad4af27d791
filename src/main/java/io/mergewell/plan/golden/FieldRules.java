package io.mergewell.plan.golden;

import io.mergewell.normalise.Phones;
import io.mergewell.person.Consent;
import io.mergewell.person.Person;
import io.mergewell.person.RecordFacts;
import io.mergewell.plan.Room;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of each field when records become one. The survivor's value is kept, a blank is filled, e-mails, phones
 * and labels are united, a stop outlasts everything. Values are kept as they are written; normal forms only tell whether
 * two of them are the same.
 *
 * <p>For one group: it remembers what it has read.
 */
public final class FieldRules {

    /** What the field of names is called. */
    public static final String NAME = Fields.NAME;

    private static final FieldValue UNSUBSCRIBED =
            new FieldValue("consent", "subscribed, which the merged record will not be");

    private final ContactCells cells;
    private final Fields fields;
    private final Room room;

    /**
     * Rules for one group.
     *
     * @param phones reads numbers with the job's region
     * @param room what a merged record can hold: further values are lost
     */
    public FieldRules(Phones phones, Room room) {
        this.room = room;
        this.cells = new ContactCells(phones);
        this.fields = new Fields(cells);
    }

    /**
     * The record that one becomes by taking another in. Taking in several, one after the other, makes a golden record.
     * Owner, id and times stay the first one's; linked records are the least to expect.
     */
    public Person merged(Person survivor, Person duplicate) {
        return new Person(
                survivor.id(),
                Union.names(survivor.name(), duplicate.name()),
                Union.contacts(survivor.emails(), duplicate.emails(), cells::emails, room.emails()),
                Union.contacts(survivor.phones(), duplicate.phones(), cells::phones, room.phones()),
                Union.organisations(survivor.organisation(), duplicate.organisation()),
                Union.birthDates(survivor.birthDate(), duplicate.birthDate()),
                Union.addresses(survivor.address(), duplicate.address()),
                Union.texts(survivor.jobTitle(), duplicate.jobTitle()),
                Union.custom(survivor.custom(), duplicate.custom()),
                facts(survivor.facts(), duplicate.facts()));
    }

    /** Values that {@code other} has and {@code holder} lacks. */
    public List<FieldValue> lacking(Person holder, Person other) {
        List<FieldValue> lacking = new ArrayList<>();
        for (Field field : fields.of(other)) {
            field.lacking(holder, other).forEach(value -> lacking.add(new FieldValue(field.name(), value)));
        }
        if (losesSubscription(holder, other)) {
            lacking.add(UNSUBSCRIBED);
        }
        return lacking;
    }

    /**
     * Values that {@code other} has and a merged record will not hold: those it lacks, and a subscription that a stop ends.
     */
    public List<FieldValue> lost(Person merged, Person other) {
        List<FieldValue> lost = new ArrayList<>(lacking(merged, other));
        if (other.facts().consent() == Consent.SUBSCRIBED && merged.facts().consent() == Consent.UNSUBSCRIBED) {
            lost.add(UNSUBSCRIBED);
        }
        return lost;
    }

    /**
     * Fields in which somebody might miss a value that {@code other} has and {@code holder} lacks, each once. The name
     * and consent are left aside, and what is only spelt otherwise; see {@link Respelt}.
     */
    public List<String> missed(Person holder, Person other) {
        return fields.of(other).stream()
                .filter(field -> !field.name().equals(NAME)
                        && !field.lacking(holder, other).isEmpty()
                        && !Respelt.test(field, holder, other))
                .map(Field::name)
                .toList();
    }

    /** Whether {@code other} has a name that {@code holder} lacks. */
    public boolean losesName(Person holder, Person other) {
        return !fields.name().lacking(holder, other).isEmpty();
    }

    /** Whether {@code other} is subscribed to mail and the merged record would not be. */
    public boolean losesSubscription(Person holder, Person other) {
        return losesSubscription(holder.facts().consent(), other.facts().consent());
    }

    /** Fields in which both have a value and the holder's stays, as {@code field: value kept, value dropped}. */
    public List<String> conflicts(Person holder, Person other) {
        List<String> conflicts = new ArrayList<>();
        for (Field field : fields.of(other)) {
            if (field instanceof Field.One one) {
                String kept = one.value().apply(holder);
                one.lacking(holder, other).forEach(dropped -> add(conflicts, field.name(), kept, dropped));
            }
        }
        add(conflicts, "owner", holder.facts().ownerId(), other.facts().ownerId());
        add(
                conflicts,
                "consent",
                words(holder.facts().consent()),
                words(other.facts().consent()));
        return conflicts;
    }

    /** Whether the two hold birth dates of which neither says what the other says. */
    public boolean birthDatesDiffer(Person one, Person other) {
        String ours = one.birthDate();
        String theirs = other.birthDate();
        return ours != null
                && theirs != null
                && !BirthDates.saysNothing(ours)
                && !BirthDates.saysNothing(theirs)
                && !BirthDates.holds(ours, theirs)
                && !BirthDates.holds(theirs, ours);
    }

    private static RecordFacts facts(RecordFacts ours, RecordFacts theirs) {
        boolean stopped = ours.consent() == Consent.UNSUBSCRIBED || theirs.consent() == Consent.UNSUBSCRIBED;
        return new RecordFacts(
                ours.ownerId(),
                Union.labels(ours.labels(), theirs.labels()),
                stopped ? Consent.UNSUBSCRIBED : ours.consent(),
                Links.united(ours.links(), theirs.links()),
                ours.addedAt(),
                ours.updatedAt());
    }

    /** A stop may end a subscription; a record that was merely never asked may not. */
    private static boolean losesSubscription(Consent holder, Consent other) {
        return other == Consent.SUBSCRIBED && holder != Consent.SUBSCRIBED && holder != Consent.UNSUBSCRIBED;
    }

    private static void add(List<String> conflicts, String field, @Nullable String kept, @Nullable String dropped) {
        if (kept != null && dropped != null && !Objects.equals(kept, dropped)) {
            conflicts.add(field + ": " + kept + " kept, " + dropped + " dropped");
        }
    }

    private static @Nullable String words(Consent consent) {
        return switch (consent) {
            case NOT_KEPT, UNKNOWN -> null;
            case NO_CONSENT -> "no consent";
            case SUBSCRIBED -> "subscribed";
            case UNSUBSCRIBED -> "unsubscribed";
            case ARCHIVED -> "archived";
        };
    }
}
