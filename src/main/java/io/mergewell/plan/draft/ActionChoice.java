package io.mergewell.plan.draft;

import io.mergewell.person.LinkKind;
import io.mergewell.person.LinkedRecords;
import io.mergewell.plan.ActionKind;
import io.mergewell.plan.Capabilities;
import io.mergewell.plan.golden.FieldRules;
import java.util.List;
import java.util.OptionalInt;

/** What is proposed for a duplicate: as much as its system can do, and never what would lose something unseen. */
final class ActionChoice {

    private final Capabilities capabilities;
    private final boolean mayDelete;

    /** @param mayDelete {@code plan.delete} */
    ActionChoice(Capabilities capabilities, boolean mayDelete) {
        this.capabilities = capabilities;
        this.mayDelete = mayDelete;
    }

    ActionKind of(Member survivor, Member duplicate, FieldRules rules) {
        if (wouldLoosenConsent(survivor, duplicate)) {
            return ActionKind.NONE;
        }
        if (mayDelete && capabilities.delete() && bringsNothing(survivor, duplicate, rules)) {
            return ActionKind.DELETE;
        }
        return capabilities.merge() && leftBehind(duplicate).isEmpty() ? ActionKind.MERGE : ActionKind.NONE;
    }

    /** Kinds of linked records that a merge would leave on the duplicate; of an unknown number there may be some. */
    List<LinkKind> leftBehind(Member duplicate) {
        LinkedRecords links = duplicate.person().facts().links();
        return capabilities.leftBehind().stream()
                .filter(kind -> !links.count(kind).equals(OptionalInt.of(0)))
                .toList();
    }

    /** Whether the survivor must be told to stop after the duplicate, who said it, is gone. */
    static boolean stopMustMove(Member survivor, Member duplicate) {
        return duplicate.saidStop() && !survivor.saidStop();
    }

    /** Whether a stop would be lost. */
    boolean wouldLoosenConsent(Member survivor, Member duplicate) {
        return stopMustMove(survivor, duplicate) && !capabilities.update();
    }

    /** A merge would move nothing, so a delete does the same for a tenth of the price. */
    private static boolean bringsNothing(Member survivor, Member duplicate, FieldRules rules) {
        return !stopMustMove(survivor, duplicate)
                && Unlinked.test(duplicate.person())
                && rules.lacking(survivor.person(), duplicate.person()).isEmpty()
                && survivor.aside().lacking(duplicate.aside()).isEmpty();
    }
}
