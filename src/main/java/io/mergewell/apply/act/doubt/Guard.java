package io.mergewell.apply.act.doubt;

import io.mergewell.apply.approved.ApprovedGroup;
import io.mergewell.person.Consent;
import io.mergewell.person.LinkKind;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.plan.ActionKind;
import io.mergewell.plan.Fingerprint;
import io.mergewell.store.ledger.LedgerRow;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Whether what the reviewer saw is still so. A doubt is a conflict: the group is left alone and comes up again. */
public final class Guard {

    /** Colleagues who watch a record are no reason to keep it; leads have no count and are asked for. */
    private static final Set<LinkKind> COUNTED = EnumSet.complementOf(EnumSet.of(LinkKind.FOLLOWERS, LinkKind.LEADS));

    private final Set<LinkKind> leftBehind;

    /** @param leftBehind what a merge leaves on the duplicate */
    public Guard(Set<LinkKind> leftBehind) {
        this.leftBehind = leftBehind;
    }

    /**
     * Why a row must not be applied now, as a sentence; empty if nothing stands against it.
     *
     * @param sent rows of the group that this run has done a moment ago
     */
    public Optional<String> against(ApprovedGroup group, LedgerRow row, List<LedgerRow> sent, People now) {
        Optional<Person> absorbed = now.find(row.absorbed()).map(found -> found.person());
        if (absorbed.isEmpty()) {
            return Optional.of("Person " + row.absorbed() + " is gone: deleted, or merged by somebody else.");
        }
        if (!isAsReviewed(group, absorbed.get())) {
            return Optional.of("Person " + row.absorbed() + " was changed since the report.");
        }
        PersonId survivor = row.survivor();
        if (survivor != null) {
            Optional<Person> stays = now.find(survivor).map(found -> found.person());
            if (stays.isEmpty()) {
                return Optional.of("The survivor " + survivor + " is gone: deleted, or merged by somebody else.");
            }
            if (!isAsExpected(group, sent, stays.get())) {
                return Optional.of("The survivor " + survivor + " was changed since the report.");
            }
            Optional<String> loss = group.unseenLoss(row, survivor);
            if (loss.isPresent()) {
                return loss;
            }
        }
        return row.kind() == ActionKind.DELETE
                ? againstDeletion(group, row, absorbed.get(), now)
                : linked(absorbed.get(), leftBehind, "not merged");
    }

    private static boolean isAsReviewed(ApprovedGroup group, Person now) {
        return Fingerprint.of(now).equals(group.planned().fingerprints().get(now.id()));
    }

    /** After merges of ours it holds what it held, and nothing but what they may have brought. */
    private static boolean isAsExpected(ApprovedGroup group, List<LedgerRow> sent, Person now) {
        if (isAsReviewed(group, now)) {
            return true;
        }
        if (!group.mergedInto(sent)) {
            return false;
        }
        Person reviewed = group.planned().member(now.id());
        return group.rules().lacking(now, reviewed).isEmpty()
                && group.rules().lacking(group.possible(now.id(), sent), now).isEmpty();
    }

    /** What is deleted must be held by the survivor as it is, not as it shall be; a stop to mail as well. */
    private static Optional<String> againstDeletion(ApprovedGroup group, LedgerRow row, Person absorbed, People now) {
        Optional<Person> survivor =
                Optional.ofNullable(row.survivor()).flatMap(now::find).map(found -> found.person());
        if (survivor.isPresent()) {
            boolean losesStop = absorbed.facts().consent() == Consent.UNSUBSCRIBED
                    && survivor.get().facts().consent() != Consent.UNSUBSCRIBED;
            boolean loses =
                    group.rules().lacking(survivor.get(), absorbed).stream().anyMatch(lost -> !group.shows(lost));
            if (loses || losesStop) {
                return Optional.of("Person " + absorbed.id() + " holds what its survivor does not: not deleted.");
            }
        }
        return linked(absorbed, COUNTED, "not deleted");
    }

    /** A sentence if anything hangs on a record that would be lost with it, or if that is unknown. */
    private static Optional<String> linked(Person absorbed, Set<LinkKind> kinds, String left) {
        for (LinkKind kind : kinds) {
            OptionalInt count = absorbed.facts().links().count(kind);
            String what = kind.name().toLowerCase(Locale.ROOT);
            if (count.isEmpty()) {
                return Optional.of("How many " + what + " person " + absorbed.id() + " has is unknown: " + left + ".");
            }
            if (count.getAsInt() > 0) {
                return Optional.of("Person " + absorbed.id() + " has " + what + " by now: " + left + ".");
            }
        }
        return Optional.empty();
    }

    /** All who must be read before any of these rows can be judged. */
    public static List<PersonId> concerned(List<LedgerRow> rows) {
        return rows.stream()
                .flatMap(row -> Optional.ofNullable(row.survivor())
                        .map(survivor -> List.of(row.absorbed(), survivor))
                        .orElseGet(() -> List.of(row.absorbed()))
                        .stream())
                .distinct()
                .toList();
    }
}
