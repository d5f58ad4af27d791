package io.mergewell.job.privacy;

import io.mergewell.crm.connect.CrmSettings;
import io.mergewell.job.JobFile;
import io.mergewell.review.words.Counted;
import io.mergewell.store.Store;
import io.mergewell.store.memory.Plans;
import io.mergewell.store.mirror.Mirror;
import io.mergewell.store.privacy.Retention;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Rows of the store that hold persons and are older than they are kept for. */
final class ExpiredRows {

    private final JobFile job;
    private final Store store;
    private final Retention retention;
    private final Instant validSince;
    private final Instant settledBefore;
    private final List<Retention.GroupKey> groups = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private final boolean mirrorGoes;

    ExpiredRows(JobFile job, Store store, Needed needed, Instant now) {
        this.job = job;
        this.store = store;
        this.retention = new Retention(store);
        this.validSince = now.minus(job.plan().validFor());
        Instant snapshotsBefore = now.minus(job.keep().snapshots());
        // What was merged into a survivor is asked for as long as a plan from before that merge can be applied.
        this.settledBefore = snapshotsBefore.isBefore(validSince) ? snapshotsBefore : validSince;
        this.mirrorGoes = needed.unfinished().isEmpty()
                && retention
                        .mirrorReadAt()
                        .filter(read -> read.isBefore(now.minus(job.keep().mirror())))
                        .isPresent();
        sortGroups();
    }

    /** How many there are. */
    Purged.Rows count() {
        return new Purged.Rows(
                retention.plansBefore(validSince),
                groups.size(),
                retention.notesBefore(settledBefore),
                mirrorGoes ? new Mirror(store).count() : 0,
                mirrorGoes);
    }

    /** Sentences on what stays although it is that old. */
    List<String> kept() {
        return List.copyOf(kept);
    }

    /** Takes them out, all or none. */
    void delete() {
        store.write(() -> {
            new Plans(store, job.name()).dropFrozenBefore(validSince);
            retention.dropGroups(groups);
            retention.dropNotes(settledBefore);
            if (mirrorGoes) {
                retention.dropMirror();
            }
        });
    }

    /** Of a file, what was applied is carried out anew in each copy: its groups are needed while it holds the records. */
    private void sortGroups() {
        List<Retention.GroupKey> settled = retention.groupsSettledBefore(settledBefore);
        if (!(job.crm() instanceof CrmSettings.Csv)) {
            groups.addAll(settled);
            return;
        }
        boolean unknown = new Mirror(store).count() == 0;
        settled.stream()
                .filter(group -> !retention.isApplied(group) || !(unknown || retention.isAbsorbedPresent(group)))
                .forEach(groups::add);
        int needed = settled.size() - groups.size();
        if (needed > 0) {
            kept.add(Counted.of(needed, "applied group stays", "applied groups stay") + " as reported: each new"
                    + " cleaned.csv carries them out again while the list holds their records.");
        }
    }
}
