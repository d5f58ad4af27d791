package io.mergewell.apply.act;

import io.mergewell.crm.write.Effect;
import io.mergewell.crm.write.PersonDeletion;
import io.mergewell.crm.write.PersonWriter;
import io.mergewell.crm.write.Step;
import io.mergewell.plan.ActionKind;
import io.mergewell.store.ledger.EffectKind;
import io.mergewell.store.ledger.LedgerRow;
import java.util.List;
import java.util.Objects;

/** How a record goes: into its survivor, or by itself. */
sealed interface Way {

    /** The rows that go this way. */
    ActionKind kind();

    /** What such a row does in the system. */
    EffectKind effect();

    /** Tokens that one row costs at most. */
    long price();

    /** What is sent for a row. */
    Step step(LedgerRow row);

    /** Into its survivor. */
    record Merging(PersonWriter writer) implements Way {

        @Override
        public ActionKind kind() {
            return ActionKind.MERGE;
        }

        @Override
        public EffectKind effect() {
            return EffectKind.MERGE;
        }

        @Override
        public long price() {
            return writer.mergePrice();
        }

        @Override
        public Step step(LedgerRow row) {
            Effect.Merge merge = new Effect.Merge(row.absorbed(), Objects.requireNonNull(row.survivor()));
            return new Step(merge, () -> writer.merge(merge));
        }
    }

    /** By itself. */
    record Deleting(PersonDeletion deletion) implements Way {

        @Override
        public ActionKind kind() {
            return ActionKind.DELETE;
        }

        @Override
        public EffectKind effect() {
            return EffectKind.DELETE;
        }

        @Override
        public long price() {
            return deletion.deletionPrice(1);
        }

        @Override
        public Step step(LedgerRow row) {
            return step(List.of(row));
        }

        /** One call for several rows, no more than {@link PersonDeletion#deletesAtOnce}. */
        Step step(List<LedgerRow> rows) {
            Effect.Delete delete =
                    new Effect.Delete(rows.stream().map(LedgerRow::absorbed).toList());
            return new Step(delete, () -> deletion.delete(delete));
        }
    }
}
