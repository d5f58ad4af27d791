package io.mergewell.job.apply;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Another writer, but for deletions of several.
 *
 * @param played what becomes of a deletion, given what deletes one; empty for as the other does it
 * @param leadsAsked hears whose leads are counted, and tells whether there is one by now
 */
record TogetherWriter(
        PersonWriter single,
        int deletesAtOnce,
        BiFunction<Effect.Delete, Consumer<PersonId>, Optional<Reply>> played,
        Predicate<PersonId> leadsAsked)
        implements PersonWriter, PersonDeletion {

    @Override
    public Reply merge(Effect.Merge merge) {
        return single.merge(merge);
    }

    @Override
    public Reply update(Effect.Update update) {
        return single.update(update);
    }

    @Override
    public Reply delete(Effect.Delete delete) {
        return played.apply(delete, this::deleteOne).orElseGet(() -> alone().delete(delete));
    }

    private void deleteOne(PersonId person) {
        Reply reply = alone().delete(new Effect.Delete(List.of(person)));
        assertThat(reply).isInstanceOf(Reply.Done.class);
    }

    private PersonDeletion alone() {
        return single.deletion().orElseThrow();
    }

    @Override
    public long leads(PersonId person) {
        return leadsAsked.test(person) ? 1 : alone().leads(person);
    }

    @Override
    public long deletionPrice(int persons) {
        return alone().deletionPrice(persons);
    }

    @Override
    public Optional<PersonDeletion> deletion() {
        return Optional.of(this);
    }

    @Override
    public Optional<PersonRevival> revival() {
        return single.revival();
    }

    @Override
    public List<Step> before(Effect.Merge merge, Addition addition) {
        return single.before(merge, addition);
    }

    @Override
    public Set<LinkKind> leftBehind() {
        return single.leftBehind();
    }

    @Override
    public long mergePrice() {
        return single.mergePrice();
    }

    @Override
    public boolean mergeTouchesSurvivor() {
        return single.mergeTouchesSurvivor();
    }

    @Override
    public boolean writes(String field) {
        return single.writes(field);
    }

    @Override
    public ApiUsage usage() {
        return single.usage();
    }

    @Override
    public void close() {
        single.close();
    }
}
