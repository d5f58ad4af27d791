package io.mergewell.plan.draft;

import io.mergewell.normalise.NameForm;
import io.mergewell.normalise.NameKind;
import io.mergewell.normalise.Names;
import io.mergewell.person.Consent;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.plan.golden.Aside;

/**
 * A person of a group, with what planning asks about again and again.
 *
 * @param aside what its record holds beside it
 * @param changed whether its values are not the ones that were matched
 */
record Member(Person person, NameForm name, Aside aside, boolean changed) {

    static Member of(Person person, Aside aside, boolean changed) {
        return new Member(person, Names.of(person.name()), aside, changed);
    }

    PersonId id() {
        return person.id();
    }

    /** Whether this person said that no mail shall come. */
    boolean saidStop() {
        return person.facts().consent() == Consent.UNSUBSCRIBED;
    }

    /** Whether somebody's name is written, a firm's included. */
    boolean isNamed() {
        return name.kind() == NameKind.PERSON || name.kind() == NameKind.COMPANY;
    }
}
