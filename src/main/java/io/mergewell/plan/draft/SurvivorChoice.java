package io.mergewell.plan.draft;

import io.mergewell.person.Person;
import io.mergewell.person.PostalAddress;
import io.mergewell.plan.SurvivorRule;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which record of one group survives. Before the job's rules come two of ours: a record with a stop, because then nothing
 * need be updated for the stop to stay; and a record with a name, because a golden record is never called "n/a" for want
 * of a better rule. Where the job's rules leave a tie comes the record beside which least of the others would be missed,
 * and then the lowest id, so the same group always has the same survivor. A job that asks for the lowest id before all
 * else gets it.
 */
final class SurvivorChoice {

    /**
     * One rule.
     *
     * @param order the better first
     * @param words why the best is the best
     */
    private record Criterion(Comparator<Member> order, Function<Member, String> words) {}

    private final List<Criterion> criteria = new ArrayList<>();
    private final Comparator<Member> order;

    /** @param missed how much of the others somebody might miss if this record survived */
    SurvivorChoice(List<SurvivorRule> rules, ToIntFunction<Member> missed) {
        criteria.add(first(Member::saidStop, "said stop to mail, which must stay"));
        criteria.add(first(Member::isNamed, "has a name"));
        rules.stream().takeWhile(rule -> rule != SurvivorRule.LOWEST_ID).forEach(rule -> criteria.add(criterion(rule)));
        if (rules.indexOf(SurvivorRule.LOWEST_ID) != 0) {
            criteria.add(
                    new Criterion(Comparator.comparingInt(missed), member -> "least of the others would be missed"));
        }
        criteria.add(criterion(SurvivorRule.LOWEST_ID));
        order = criteria.stream()
                .map(Criterion::order)
                .reduce(Comparator::thenComparing)
                .orElseThrow();
    }

    /** The survivor, then the others in the order in which they would have survived and in which they fill blanks. */
    List<Member> inOrder(Collection<Member> members) {
        return members.stream().sorted(order).toList();
    }

    /** The rules that set the first of these apart from all others, such as {@code most linked records: 7; then oldest: 2020-01-02}. */
    String reason(List<Member> inOrder) {
        Member survivor = inOrder.get(0);
        List<String> reasons = new ArrayList<>();
        List<Member> rivals = inOrder.subList(1, inOrder.size());
        for (Criterion criterion : criteria) {
            List<Member> equals = rivals.stream()
                    .filter(rival -> criterion.order().compare(survivor, rival) == 0)
                    .toList();
            if (equals.size() < rivals.size()) {
                reasons.add(criterion.words().apply(survivor));
            }
            rivals = equals;
        }
        return String.join("; then ", reasons);
    }

    private static Criterion criterion(SurvivorRule rule) {
        return switch (rule) {
            case MOST_LINKED ->
                most("most linked records", person -> person.facts().links().total());
            case MOST_COMPLETE -> most("most filled fields", SurvivorChoice::filledFields);
            case OLDEST ->
                new Criterion(
                        Comparator.comparing(SurvivorChoice::addedAt), member -> "oldest: " + day(addedAt(member)));
            case LATEST_UPDATED ->
                new Criterion(
                        Comparator.comparing(SurvivorChoice::updatedAt).reversed(),
                        member -> "changed last: " + day(updatedAt(member)));
            case LOWEST_ID -> new Criterion(Comparator.comparing(Member::id), member -> "lowest id");
        };
    }

    private static Criterion first(Predicate<Member> condition, String words) {
        return new Criterion(Comparator.comparing(member -> !condition.test(member)), member -> words);
    }

    private static Criterion most(String what, ToIntFunction<Person> count) {
        Comparator<Member> fewest = Comparator.comparingInt(member -> count.applyAsInt(member.person()));
        return new Criterion(fewest.reversed(), member -> what + ": " + count.applyAsInt(member.person()));
    }

    private static int filledFields(Person person) {
        PostalAddress address = person.address();
        Stream<@Nullable String> single = Stream.of(
                person.organisation().name(),
                person.birthDate(),
                person.jobTitle(),
                address.street(),
                address.postcode(),
                address.city(),
                address.country());
        Stream<Boolean> several = Stream.of(
                person.name().display().isEmpty(),
                person.emails().isEmpty(),
                person.phones().isEmpty());
        long filled = single.filter(Objects::nonNull).count()
                + several.filter(empty -> !empty).count();
        return Math.toIntExact(filled) + person.custom().size();
    }

    /** A record of unknown age is never the oldest. */
    private static Instant addedAt(Member member) {
        return Objects.requireNonNullElse(member.person().facts().addedAt(), Instant.MAX);
    }

    private static Instant updatedAt(Member member) {
        return Objects.requireNonNullElse(member.person().facts().updatedAt(), Instant.MIN);
    }

    private static String day(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }
}
