package io.mergewell.crm;

import io.mergewell.crm.write.Effect;
import io.mergewell.crm.write.PersonDeletion;
import io.mergewell.crm.write.PersonRevival;
import io.mergewell.crm.write.PersonWriter;
import io.mergewell.crm.write.Reply;
import io.mergewell.person.PersonId;

/** Sends whatever effect there is, for tests that are about what a system answers. */
public final class Sends {

    private Sends() {}

    public static Reply send(PersonWriter writer, Effect effect) {
        if (effect instanceof Effect.Merge merge) {
            return writer.merge(merge);
        }
        if (effect instanceof Effect.Update update) {
            return writer.update(update);
        }
        return effect instanceof Effect.Create create
                ? revival(writer).create(create)
                : deletion(writer).delete((Effect.Delete) effect);
    }

    public static long leads(PersonWriter writer, PersonId person) {
        return deletion(writer).leads(person);
    }

    public static SourcedPerson recorded(PersonWriter writer, String raw) {
        return revival(writer).recorded(raw);
    }

    public static PersonDeletion deletion(PersonWriter writer) {
        return writer.deletion().orElseThrow();
    }

    private static PersonRevival revival(PersonWriter writer) {
        return writer.revival().orElseThrow();
    }
}
