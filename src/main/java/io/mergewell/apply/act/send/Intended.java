package io.mergewell.apply.act.send;

import io.mergewell.crm.write.Effect;
import io.mergewell.person.PersonId;
import io.mergewell.store.ledger.EffectKind;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A write as the ledger names it.
 *
 * @param person whose record disappears, is changed, is to be made anew, or has the note that is copied
 * @param fields that an update writes, or the one note; else empty
 */
record Intended(EffectKind kind, PersonId person, SortedSet<String> fields) {

    static Intended deletion(PersonId person) {
        return new Intended(EffectKind.DELETE, person, Collections.emptySortedSet());
    }

    static Intended of(Effect effect) {
        if (effect instanceof Effect.Merge merge) {
            return new Intended(EffectKind.MERGE, merge.duplicate(), Collections.emptySortedSet());
        }
        if (effect instanceof Effect.Update update) {
            return new Intended(EffectKind.UPDATE, update.wanted().id(), update.fields());
        }
        if (effect instanceof Effect.CopyNote note) {
            return new Intended(EffectKind.NOTE, note.from(), new TreeSet<>(List.of(note.note())));
        }
        if (effect instanceof Effect.Create create) {
            PersonId former = create.former().person().id();
            return new Intended(EffectKind.CREATE, former, Collections.emptySortedSet());
        }
        if (effect instanceof Effect.Delete delete && delete.persons().size() == 1) {
            return deletion(delete.persons().get(0));
        }
        throw new IllegalArgumentException("One intent is about one write to one person.");
    }
}
