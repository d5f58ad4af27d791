package io.mergewell.apply.act.settle;

import io.mergewell.crm.write.Effect;
import io.mergewell.crm.write.PersonWriter;
import io.mergewell.person.Consent;
import io.mergewell.person.LinkKind;
import io.mergewell.person.LinkedRecords;
import io.mergewell.person.Person;
import io.mergewell.person.RecordFacts;
import io.mergewell.plan.golden.FieldRules;
import io.mergewell.plan.golden.FieldValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What a survivor shall hold once its duplicates are merged, held against what it does.
 *
 * @param promised the golden record of the rows that were approved
 */
record Promise(FieldRules rules, Person promised) {

    private static final String CONSENT = "consent";
    private static final Map<String, String> WRITTEN_AS = Map.of(
            "e-mail",
            "emails",
            "phone",
            "phones",
            "birth date",
            "birth-date",
            "job title",
            "job-title",
            "label",
            "labels");

    /** The fields in which something promised is missing, by the names that {@link PersonWriter#writes} knows. */
    NavigableSet<String> missing(Person now) {
        NavigableSet<String> fields = new TreeSet<>();
        rules.lacking(now, promised).stream()
                .map(FieldValue::field)
                .map(field -> WRITTEN_AS.getOrDefault(field, field))
                .forEach(fields::add);
        if (mustStop() && now.facts().consent() != Consent.UNSUBSCRIBED) {
            fields.add(CONSENT);
        }
        return fields;
    }

    /**
     * What gives a survivor the values it lacks, and takes none away.
     *
     * @param writable whether the system can write a field
     * @return empty if it lacks nothing that can be written
     */
    Optional<Effect.Update> addition(Person now, Predicate<String> writable) {
        Person united = rules.merged(now, promised);
        NavigableSet<String> fields = new Promise(rules, united).missing(now);
        fields.removeIf(writable.negate());
        return fields.isEmpty() ? Optional.empty() : Optional.of(new Effect.Update(united, fields));
    }

    /** What was promised, and what it has besides of e-mails, phones and labels. */
    Person mended(Person now) {
        Person merged = rules.merged(promised, now);
        if (!mustStop()) {
            return merged;
        }
        RecordFacts facts = merged.facts();
        RecordFacts stopped = new RecordFacts(
                facts.ownerId(),
                facts.labels(),
                Consent.UNSUBSCRIBED,
                facts.links(),
                facts.addedAt(),
                facts.updatedAt());
        return new Person(
                merged.id(),
                merged.name(),
                merged.emails(),
                merged.phones(),
                merged.organisation(),
                merged.birthDate(),
                merged.address(),
                merged.jobTitle(),
                merged.custom(),
                stopped);
    }

    /** A stop to mail outlasts everything. */
    private boolean mustStop() {
        return promised.facts().consent() == Consent.UNSUBSCRIBED;
    }

    /** Sentences on what is not as promised: values, and linked records of which fewer are there than were before. */
    static List<String> shortfalls(NavigableSet<String> missing, LinkedRecords least, LinkedRecords now) {
        List<String> sentences = new ArrayList<>();
        if (!missing.isEmpty()) {
            sentences.add("The survivor lacks what was promised of: " + String.join(", ", missing) + ".");
        }
        for (Map.Entry<LinkKind, Integer> expected : least.counts().entrySet()) {
            OptionalInt found = now.count(expected.getKey());
            String what = expected.getKey().name().toLowerCase(Locale.ROOT);
            if (expected.getKey() == LinkKind.FOLLOWERS) {
                continue;
            }
            if (found.isEmpty()) {
                sentences.add("How many " + what + " the survivor has is no longer known.");
            } else if (found.getAsInt() < expected.getValue()) {
                sentences.add("The survivor has " + expected.getKey().counted(found.getAsInt()) + ", where "
                        + expected.getValue() + " are the least to expect.");
            }
        }
        return sentences;
    }
}
