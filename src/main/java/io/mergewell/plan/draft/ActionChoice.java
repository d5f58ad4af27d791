package io.mergewell.plan.draft;

import io.mergewell.plan.ActionKind;
import io.mergewell.plan.Capabilities;
import io.mergewell.plan.golden.FieldRules;

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
        return capabilities.merge() ? ActionKind.MERGE : ActionKind.NONE;
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
                && rules.lacking(survivor.person(), duplicate.person()).isEmpty();
    }
}
