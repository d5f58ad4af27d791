package io.mergewell.apply.restore;

import io.mergewell.apply.act.send.Bench;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.person.PersonId;
import io.mergewell.plan.Decision;
import io.mergewell.plan.PairDecision;
import io.mergewell.store.ledger.Crosswalk;
import io.mergewell.store.ledger.Restored;
import io.mergewell.store.memory.Decisions;
import io.mergewell.store.mirror.Mirror;
import io.mergewell.store.mirror.MirroredPerson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes down what was restored, and in the same commit all that follows: crosswalk, decisions, mirror. */
final class RestoreBook {

    private static final String REVIEWER = "restore";

    private final Bench bench;
    private final String appliedBy;
    private final Restored restored;
    private final Crosswalk crosswalk;
    private final Decisions decisions;
    private final Mirror mirror;

    RestoreBook(Bench bench, String appliedBy) {
        this.bench = bench;
        this.appliedBy = appliedBy;
        this.restored = new Restored(bench.store());
        this.crosswalk = new Crosswalk(bench.store());
        this.decisions = new Decisions(bench.store());
        this.mirror = new Mirror(bench.store());
    }

    /** @param survivor as it was seen last */
    void settle(Family family, Map<Loss, Restored.Line> lines, Optional<SourcedPerson> survivor) {
        Instant now = bench.clock().instant();
        @Nullable PersonId survivorId = family.survivor();
        @Nullable PersonId from = survivorId == null ? null : crosswalk.present(survivorId);
        bench.store().writeAtOnce(() -> {
            lines.forEach((loss, line) -> {
                restored.settle(appliedBy, line, now);
                @Nullable PersonId created = line.newId();
                if (created != null) {
                    if (created.equals(loss.person().id())) {
                        crosswalk.remove(created);
                    } else {
                        crosswalk.add(loss.person().id(), created, bench.runId(), now);
                    }
                    if (from != null) {
                        decisions.remember(List.of(apart(from, created, loss, now)));
                    }
                }
            });
            survivor.ifPresent(person -> mirror.refresh(List.of(new MirroredPerson(person.person(), person.raw()))));
        });
    }

    private PairDecision apart(PersonId survivor, PersonId created, Loss loss, Instant now) {
        return new PairDecision(
                survivor,
                created,
                Decision.NOT_DUPLICATE,
                REVIEWER,
                "restored from run " + appliedBy,
                now,
                loss.row().planId(),
                "",
                "");
    }
}
