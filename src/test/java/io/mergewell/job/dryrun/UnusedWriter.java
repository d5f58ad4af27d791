package io.mergewell.job.dryrun;

import io.mergewell.crm.ApiUsage;
import io.mergewell.crm.write.Addition;
import io.mergewell.crm.write.Effect;
import io.mergewell.crm.write.PersonDeletion;
import io.mergewell.crm.write.PersonRevival;
import io.mergewell.crm.write.PersonWriter;
import io.mergewell.crm.write.Reply;
import io.mergewell.crm.write.Step;
import io.mergewell.person.LinkKind;
import io.mergewell.person.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The way out of a system that can do everything, for runs that must not use it. */
final class UnusedWriter implements PersonWriter, PersonDeletion {

    @Override
    public Reply merge(Effect.Merge merge) {
        throw new AssertionError("A dry run changes nothing.");
    }

    @Override
    public Reply update(Effect.Update update) {
        throw new AssertionError("A dry run changes nothing.");
    }

    @Override
    public Reply delete(Effect.Delete deletion) {
        throw new AssertionError("A dry run changes nothing.");
    }

    @Override
    public List<Step> before(Effect.Merge merge, Addition addition) {
        return List.of();
    }

    @Override
    public boolean mergeTouchesSurvivor() {
        return true;
    }

    @Override
    public Set<LinkKind> leftBehind() {
        return Set.of();
    }

    @Override
    public long mergePrice() {
        return 40;
    }

    @Override
    public boolean writes(String field) {
        return true;
    }

    @Override
    public Optional<PersonDeletion> deletion() {
        return Optional.of(this);
    }

    @Override
    public Optional<PersonRevival> revival() {
        return Optional.empty();
    }

    @Override
    public int deletesAtOnce() {
        return 1;
    }

    @Override
    public long deletionPrice(int persons) {
        return 3L * persons;
    }

    @Override
    public long leads(PersonId person) {
        return 0;
    }

    @Override
    public ApiUsage usage() {
        return ApiUsage.NONE;
    }

    @Override
    public void close() {
        // Nothing was opened.
    }
}
