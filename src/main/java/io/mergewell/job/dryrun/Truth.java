package io.mergewell.job.dryrun;

import io.mergewell.person.PersonId;
import io.mergewell.plan.Plan;
import io.mergewell.plan.PlannedGroup;
import io.mergewell.review.summary.Summary;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How right a plan is where the truth is known: over the pairs within its groups. */
final class Truth {

    private Truth() {}

    /** @param humans which human being each record is of */
    static Summary.Quality quality(Map<PersonId, String> humans, Plan plan) {
        long proposed = 0;
        long right = 0;
        for (PlannedGroup group : plan.groups()) {
            proposed += pairs(group.members().size());
            right += pairsOfOne(group.members().stream()
                    .map(person -> humans.get(person.id()))
                    .filter(Objects::nonNull)
                    .toList());
        }
        long there = pairsOfOne(humans.values());
        double precision = proposed == 0 ? 1 : (double) right / proposed;
        double recall = there == 0 ? 1 : (double) right / there;
        double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        return new Summary.Quality(precision, recall, f1);
    }

    private static long pairsOfOne(Collection<String> humans) {
        return humans.stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .values()
                .stream()
                .mapToLong(Truth::pairs)
                .sum();
    }

    private static long pairs(long records) {
        return records * (records - 1) / 2;
    }
}
