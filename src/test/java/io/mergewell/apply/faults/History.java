package io.mergewell.apply.faults;

import java.util.List;

/** What was asked and what was done, each in its order. */
public record History(List<Call> calls, List<Deed> deeds) {

    public History {
        calls = List.copyOf(calls);
        deeds = List.copyOf(deeds);
    }

    public List<Call> calls(CallKind kind) {
        return calls.stream().filter(call -> call.kind() == kind).toList();
    }

    /** What the job did, not what others did. */
    public List<Deed> deeds(CallKind kind) {
        return deeds.stream()
                .filter(deed -> deed.byTheJob() && deed.kind() == kind)
                .toList();
    }
}
