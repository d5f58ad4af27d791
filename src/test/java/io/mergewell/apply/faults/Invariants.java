package io.mergewell.apply.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What must hold whatever went wrong: nothing was done that was not approved, nothing twice and nothing the wrong way
 * round; nothing was sent again before the CRM was asked; no e-mail, phone or linked record was lost, and nobody was
 * touched who was not meant.
 */
public final class Invariants {

    private static final Pattern IDS = Pattern.compile("[?&]ids=([^&]*)");

    private Invariants() {}

    /** @throws AssertionError that names each violation, by ids and invented values */
    public static void check(CrmSnapshot before, CrmSnapshot after, History history, Approved approved) {
        List<String> violations = violations(before, after, history, approved);
        if (!violations.isEmpty()) {
            throw new AssertionError(String.join(System.lineSeparator(), violations));
        }
    }

    /** Each violation as a sentence; empty if all is well. */
    public static List<String> violations(CrmSnapshot before, CrmSnapshot after, History history, Approved approved) {
        List<String> violations = new ArrayList<>();
        List<Deed> deeds = history.deeds().stream().filter(Deed::byTheJob).toList();
        deeds.forEach(deed -> approval(deed, approved, violations));
        repeated(deeds, violations);
        resentUnread(history.calls(), violations);
        Model model = new Model(before);
        history.deeds().forEach(model::apply);
        violations.addAll(model.violationsIn(after, approved));
        return violations;
    }

    private static void approval(Deed deed, Approved approved, List<String> violations) {
        boolean allowed =
                switch (deed.kind()) {
                    case MERGE -> Objects.equals(approved.merges().get(deed.person()), deed.survivor());
                    case DELETE -> approved.deletes().contains(deed.person());
                    case UPDATE -> approved.merges().containsValue(deed.person());
                    case CREATE -> false;
                    case READ -> true;
                };
        if (allowed) {
            return;
        }
        boolean reversed =
                deed.survivor() != null && Objects.equals(approved.merges().get(deed.survivor()), deed.person());
        violations.add(deed + (reversed ? " is the wrong way round" : " was not approved"));
    }

    /** An update writes whole lists: done once more it changes nothing, or something is lost, which the model finds. */
    private static void repeated(List<Deed> deeds, List<String> violations) {
        for (int i = 0; i < deeds.size(); i++) {
            Deed deed = deeds.get(i);
            if (deed.kind() != CallKind.UPDATE && deeds.subList(0, i).stream().anyMatch(deed::sameAs)) {
                violations.add(deed + " was done twice");
            }
        }
    }

    /** Before a write is sent again, a read names its person, unless the client was told to come again. */
    private static void resentUnread(List<Call> calls, List<String> violations) {
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            int earlier = call.kind() == CallKind.READ ? -1 : lastLike(call, calls.subList(0, i));
            if (earlier < 0 || calls.get(earlier).line().asksForPatience()) {
                continue;
            }
            List<Call> between = calls.subList(earlier, i);
            CallKind.persons(call.target()).stream()
                    .filter(person -> between.stream().noneMatch(one -> asksFor(person, one)))
                    .forEach(person -> violations.add(
                            call.kind() + " of person " + person + " was sent again before the CRM was asked"));
        }
    }

    private static int lastLike(Call call, List<Call> calls) {
        int i = calls.size() - 1;
        while (i >= 0 && !calls.get(i).sameAs(call)) {
            i--;
        }
        return i;
    }

    /** By {@code ids} or in the path; a page of the whole list asks for nobody. */
    private static boolean asksFor(long id, Call call) {
        Pattern person = Pattern.compile("\\b" + id + "\\b");
        Matcher ids = IDS.matcher(call.target());
        String named = ids.find() ? ids.group(1).replace("%2C", ",") : call.path();
        return call.kind() == CallKind.READ && person.matcher(named).find();
    }
}
