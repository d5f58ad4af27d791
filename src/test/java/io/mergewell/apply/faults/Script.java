package io.mergewell.apply.faults;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is to happen at which request, counted for each kind by itself. Requests come on several threads. */
final class Script {

    private static final Fault NOTHING_WRONG = Fault.after(Line.HONEST);

    private final Map<CallKind, Integer> counts = new EnumMap<>(CallKind.class);
    private final Map<Place, Fault> faults = new HashMap<>();
    private final Map<Place, List<Runnable>> moments = new HashMap<>();
    private final Map<Place, List<Runnable>> afterwards = new HashMap<>();
    private final Map<CallKind, Integer> planBegan = new EnumMap<>(CallKind.class);
    private FaultPlan plan = FaultPlan.NONE;

    private record Place(CallKind kind, int number) {}

    /** What happens at one request. */
    record Step(Fault fault, List<Runnable> before, List<Runnable> after) {}

    synchronized void on(CallKind kind, int number, Fault fault) {
        faults.put(fromNow(kind, number), fault);
    }

    synchronized void before(CallKind kind, int number, Runnable event) {
        moments.computeIfAbsent(fromNow(kind, number), place -> new ArrayList<>())
                .add(event);
    }

    synchronized void after(CallKind kind, int number, Runnable event) {
        afterwards
                .computeIfAbsent(fromNow(kind, number), place -> new ArrayList<>())
                .add(event);
    }

    synchronized void follow(FaultPlan other) {
        plan = other;
        planBegan.putAll(counts);
    }

    synchronized Step next(CallKind kind) {
        Place place = new Place(kind, counts.merge(kind, 1, Integer::sum));
        int planned = place.number() - planBegan.getOrDefault(kind, 0);
        Fault fault = faults.containsKey(place)
                ? faults.get(place)
                : plan.at(kind, planned).orElse(NOTHING_WRONG);
        return new Step(fault, moments.getOrDefault(place, List.of()), afterwards.getOrDefault(place, List.of()));
    }

    private Place fromNow(CallKind kind, int number) {
        if (number < 1) {
            throw new IllegalArgumentException("Requests are counted from 1.");
        }
        return new Place(kind, counts.getOrDefault(kind, 0) + number);
    }
}
