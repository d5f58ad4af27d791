package io.mergewell.job.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.crm.ApiUsage;
import io.mergewell.crm.Effect;
import io.mergewell.crm.PersonWriter;
import io.mergewell.crm.Reply;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Another writer, but for deletions of several.
 *
 * @param together what becomes of a deletion of several, given what deletes one
 * @param leadsAsked hears whose leads are counted
 */
record TogetherWriter(
        PersonWriter single,
        int deletesAtOnce,
        BiFunction<Effect.Delete, Consumer<PersonId>, Reply> together,
        Consumer<PersonId> leadsAsked)
        implements PersonWriter {

    @Override
    public Reply send(Effect effect) {
        return effect instanceof Effect.Delete delete && delete.persons().size() > 1
                ? together.apply(delete, this::deleteOne)
                : single.send(effect);
    }

    private void deleteOne(PersonId person) {
        Reply reply = single.send(new Effect.Delete(List.of(person)));
        assertThat(reply).isInstanceOf(Reply.Done.class);
    }

    @Override
    public long leads(PersonId person) {
        leadsAsked.accept(person);
        return single.leads(person);
    }

    @Override
    public List<Effect> before(Effect.Merge merge, Person wanted) {
        return single.before(merge, wanted);
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
    public boolean creates() {
        return single.creates();
    }

    @Override
    public SourcedPerson recorded(String raw) {
        return single.recorded(raw);
    }

    @Override
    public long price(Effect effect) {
        return single.price(effect);
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
