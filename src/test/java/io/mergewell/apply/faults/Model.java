package io.mergewell.apply.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the CRM must hold at the least, carried from one deed to the next. A merge unites, whatever the CRM makes of it;
 * an update of the job's may add but not take; what others do holds.
 */
final class Model {

    private final SortedMap<Long, Holding> living = new TreeMap<>();
    private final Map<String, Long> leads;
    private final List<String> violations = new ArrayList<>();

    Model(CrmSnapshot before) {
        before.persons().forEach((id, person) -> living.put(id, Holding.of(person)));
        this.leads = new HashMap<>(before.leads());
    }

    void apply(Deed deed) {
        if (deed.kind() == CallKind.CREATE) {
            create(deed);
            return;
        }
        Holding person = living.get(deed.person());
        if (person == null) {
            violations.add(deed + " was done though there was no such person");
            return;
        }
        switch (deed.kind()) {
            case MERGE -> merge(deed, person);
            case DELETE -> delete(deed, person);
            case UPDATE ->
                living.put(
                        deed.person(),
                        deed.byTheJob()
                                ? person.touched()
                                : Holding.of(Objects.requireNonNull(deed.now())).touched());
            case READ, CREATE -> throw new IllegalArgumentException("Reading is no deed.");
        }
    }

    /** Everything that is missing or wrong in the end. */
    List<String> violationsIn(CrmSnapshot after, Approved approved) {
        living.forEach((id, expected) -> {
            if (!after.persons().containsKey(id)) {
                violations.add("Person " + id + " is gone, though nobody is known to have done so");
                return;
            }
            Holding now = Holding.of(after.persons().get(id));
            expected.missingIn(now, approved.lost()).forEach(what -> violations.add("Person " + id + " " + what));
        });
        after.persons().keySet().stream()
                .filter(id -> !living.containsKey(id))
                .forEach(id -> violations.add("Person " + id + " is there, and should not be"));
        leads.forEach((lead, person) -> {
            if (!person.equals(after.leads().get(lead))) {
                violations.add("Person " + person + " lost linked records: the lead " + lead);
            }
        });
        return violations;
    }

    private void create(Deed deed) {
        if (deed.byTheJob()) {
            violations.add(deed + " was done, though apply creates nobody");
        } else {
            living.put(deed.person(), Holding.of(Objects.requireNonNull(deed.now())));
        }
    }

    private void merge(Deed deed, Holding duplicate) {
        Long survivorId = Objects.requireNonNull(deed.survivor());
        Holding survivor = living.get(survivorId);
        if (survivor == null) {
            violations.add(deed + " was done though there was no such survivor");
            return;
        }
        living.remove(deed.person());
        // What the CRM made of the values of a merge by others is theirs to answer for.
        living.put(survivorId, deed.byTheJob() ? survivor.united(duplicate) : survivor.touched());
        leads.replaceAll((lead, person) -> person == deed.person() ? survivorId : person);
    }

    private void delete(Deed deed, Holding person) {
        boolean hasLeads = leads.containsValue(deed.person());
        if (deed.byTheJob() && (person.linked() > 0 || hasLeads)) {
            violations.add("Person " + deed.person() + " was deleted with linked records");
        }
        living.remove(deed.person());
        leads.values().removeIf(owner -> owner == deed.person());
    }
}
