package io.mergewell.job.apply;

import io.mergewell.crm.Waiter;
import io.mergewell.crm.connect.CrmConnection;
import io.mergewell.crm.connect.CrmSystem;
import io.mergewell.crm.connect.WayOut;
import io.mergewell.crm.pipedrive.Pipedrive;
import io.mergewell.crm.settings.ChosenOptions;
import io.mergewell.crm.settings.CrmOption;
import io.mergewell.crm.settings.Endpoint;
import io.mergewell.crm.write.Effect;
import io.mergewell.crm.write.Reply;
import io.mergewell.person.PersonId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;

/** Pipedrive, as if it deleted several persons with one call, which may go wrong as scripted. */
final class TogetherSystem implements CrmSystem {

    private static final int MOST = 100;

    private final Pipedrive pipedrive = new Pipedrive();
    private final Queue<Turnout> script = new ArrayDeque<>();
    private final Queue<Turnout> scriptAlone = new ArrayDeque<>();
    private final Set<PersonId> withLead = new HashSet<>();
    private final List<List<PersonId>> calls = new ArrayList<>();
    private Runnable whenLeadsAreCounted = () -> {};

    /** What becomes of one call. */
    @FunctionalInterface
    interface Turnout {

        /** @param one deletes one person, for certain */
        Reply play(List<PersonId> persons, Consumer<PersonId> one);
    }

    /** The next call that nothing is scripted for yet. */
    void next(Turnout turnout) {
        script.add(turnout);
    }

    /** The next call for one person that nothing is scripted for yet. */
    void nextAlone(Turnout turnout) {
        scriptAlone.add(turnout);
    }

    /** Happens once, when the leads of somebody are asked for. */
    void whenLeadsAreCounted(Runnable event) {
        whenLeadsAreCounted = event;
    }

    /** From now on a person has a lead. */
    void leads(PersonId person) {
        withLead.add(person);
    }

    /** The calls that named several. */
    List<List<PersonId>> calls() {
        return List.copyOf(calls);
    }

    @Override
    public String type() {
        return pipedrive.type();
    }

    @Override
    public String name() {
        return pipedrive.name();
    }

    @Override
    public List<CrmOption> options() {
        return pipedrive.options();
    }

    @Override
    public CrmConnection connect(Endpoint endpoint, ChosenOptions chosen, Duration timeout, Waiter waiter) {
        WayOut.Calls single = (WayOut.Calls)
                pipedrive.connect(endpoint, chosen, timeout, waiter).out();
        TogetherWriter writer = new TogetherWriter(single.writer(), MOST, this::answer, this::leadsAreCounted);
        return CrmConnection.of(single.lookup(), writer);
    }

    private Optional<Reply> answer(Effect.Delete delete, Consumer<PersonId> one) {
        if (delete.persons().size() == 1) {
            return Optional.ofNullable(scriptAlone.poll()).map(turnout -> turnout.play(delete.persons(), one));
        }
        calls.add(delete.persons());
        Turnout turnout = script.isEmpty() ? TogetherSystem::done : script.remove();
        return Optional.of(turnout.play(delete.persons(), one));
    }

    /** All are deleted, and the answer says so. */
    static Reply done(List<PersonId> persons, Consumer<PersonId> one) {
        persons.forEach(one);
        return new Reply.Done(null, persons);
    }

    private boolean leadsAreCounted(PersonId person) {
        Runnable event = whenLeadsAreCounted;
        whenLeadsAreCounted = () -> {};
        event.run();
        return withLead.contains(person);
    }
}
