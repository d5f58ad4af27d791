package io.mergewell.crm.rogerroger;

import io.mergewell.crm.write.Addition;
import io.mergewell.crm.write.Effect;
import io.mergewell.normalise.Phones;
import io.mergewell.person.Person;
import io.mergewell.plan.Room;
import io.mergewell.plan.golden.FieldRules;
import io.mergewell.plan.golden.FieldValue;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a plan promises to a survivor. */
final class Additions {

    /** It shall hold what it does. */
    static final Addition NOTHING = now -> Optional.empty();

    private static final Map<String, String> WRITTEN_AS =
            Map.of("e-mail", "emails", "phone", "phones", "job title", "job-title", "label", "labels");

    private Additions() {}

    /** By the rules of a plan. */
    static Addition of(Person golden) {
        FieldRules rules = new FieldRules(new Phones("US"), Room.AMPLE);
        return now -> {
            Person united = rules.merged(now, golden);
            SortedSet<String> fields = rules.lacking(now, united).stream()
                    .map(FieldValue::field)
                    .map(field -> WRITTEN_AS.getOrDefault(field, field))
                    .collect(Collectors.toCollection(TreeSet::new));
            return fields.isEmpty() ? Optional.empty() : Optional.of(new Effect.Update(united, fields));
        };
    }
}
