package io.mergewell.apply.faults;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Which requests go wrong. */
@FunctionalInterface
public interface FaultPlan {

    /** Everything goes well. */
    FaultPlan NONE = (kind, number) -> Optional.empty();

    /** @param number of the request among those of its kind, from 1 */
    Optional<Fault> at(CallKind kind, int number);

    /**
     * Chooses by chance, the same every time for the same seed, whatever the order in which requests of different kinds
     * come.
     *
     * @param share of the requests that go wrong, 0 to 1
     */
    static FaultPlan seeded(long seed, double share, List<Fault> faults) {
        return (kind, number) -> {
            SplittableRandom chance = new SplittableRandom(seed * 31 + kind.ordinal() + 1_000_003L * number);
            return chance.nextDouble() < share
                    ? Optional.of(faults.get(chance.nextInt(faults.size())))
                    : Optional.empty();
        };
    }
}
