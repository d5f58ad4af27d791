package io.mergewell.job.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.apply.faults.CrmSnapshot;
import io.mergewell.person.PersonId;
import io.mergewell.store.ledger.Crosswalk;
import io.mergewell.store.ledger.LedgerRow;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Whether persons are what they were. */
final class Likenesses {

    private static final List<String> NEW_OF_A_RECORD = List.of("id", "add_time", "update_time");

    private Likenesses() {}

    /** Each row's person is there anew, its survivor is as before, and nobody else has come or gone. */
    static void assertEverybodyIsBack(Morning morning, List<LedgerRow> rows) {
        CrmSnapshot after = morning.crm().snapshot();
        for (LedgerRow row : rows) {
            PersonId created = whereIs(row.absorbed(), morning);
            assertThat(values(after, created)).isEqualTo(values(morning.before(), row.absorbed()));
            if (row.survivor() != null) {
                assertThat(values(after, row.survivor())).isEqualTo(values(morning.before(), row.survivor()));
            }
        }
        assertThat(after.persons()).hasSameSizeAs(morning.before().persons());
    }

    /** The record that a person is in now. */
    static PersonId whereIs(PersonId former, Morning morning) {
        return morning.inStore(store -> new Crosswalk(store).present(former));
    }

    static long number(PersonId person) {
        return Long.parseLong(person.value());
    }

    /** What a person holds; consent is the CRM's to decide, and counts are of linked records. */
    static ObjectNode values(CrmSnapshot snapshot, PersonId person) {
        ObjectNode values = (ObjectNode) snapshot.persons().get(number(person)).deepCopy();
        values.remove(NEW_OF_A_RECORD);
        values.remove("marketing_status");
        values.propertyNames().stream()
                .filter(name -> name.endsWith("_count"))
                .toList()
                .forEach(values::remove);
        return values;
    }
}
