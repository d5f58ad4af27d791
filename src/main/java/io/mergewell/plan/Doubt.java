package io.mergewell.plan;

import io.mergewell.person.PersonId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Why a group is for people to decide, and not {@link Band#AUTO}. All there are: a group without any is AUTO. They name
 * records and fields and no value of a person. They are said beside what a plan proposes and are no part of it: two plans
 * that differ in nothing else have one digest.
 */
public sealed interface Doubt {

    /** A sentence for a reader, with ids and names of fields. */
    String says();

    /**
     * Some two of its records were never compared.
     *
     * @param one the first such pair
     * @param pairs how many such pairs there are, 1 or more
     */
    record NotCompared(PersonId one, PersonId other, long pairs) implements Doubt {

        @Override
        public String says() {
            String others =
                    pairs == 1 ? "" : pairs == 2 ? ", and one other pair," : ", and " + (pairs - 1) + " other pairs,";
            return one + " and " + other + others
                    + " were never compared: they have no value in common that would have brought them together.";
        }
    }

    /**
     * Its weakest link is not sure enough.
     *
     * @param score of that link, 0 to 1
     * @param auto from which score a group may be AUTO, above {@code score} and at most 1
     */
    record BelowAuto(PersonId one, PersonId other, double score, double auto) implements Doubt {

        @Override
        public String says() {
            return "The link between " + one + " and " + other + " has a score of " + digits(score, RoundingMode.DOWN)
                    + "; AUTO takes " + digits(auto, RoundingMode.HALF_UP) + " between every two records of a group.";
        }
    }

    /** Among the persons that were matched no score is high enough for anybody. */
    record NothingIsSure() implements Doubt {

        @Override
        public String says() {
            return "Among these persons no score is high enough to merge anybody without a look.";
        }
    }

    /** A row of it has a caution. */
    record Cautioned() implements Doubt {

        @Override
        public String says() {
            return "A group with a caution is never merged without a look.";
        }
    }

    /**
     * Matching warns of two of its duplicates, which no row says.
     *
     * @param caution a sentence
     */
    record Warned(PersonId one, PersonId other, String caution) implements Doubt {

        @Override
        public String says() {
            return "Of " + one + " and " + other + ": " + caution;
        }
    }

    /**
     * Somebody might miss values of a duplicate that the merged record will not hold.
     *
     * @param fields in which they are, as {@link PlannedAction#valuesLost} calls them; not empty
     */
    record ValuesMissed(PersonId duplicate, List<String> fields) implements Doubt {

        public ValuesMissed {
            fields = List.copyOf(fields);
        }

        @Override
        public String says() {
            return duplicate + " holds what the merged record would not: " + String.join(", ", fields) + ".";
        }
    }

    /** A duplicate is subscribed to mail and the merged record would not be. */
    record SubscriptionLost(PersonId duplicate) implements Doubt {

        @Override
        public String says() {
            return duplicate + " is subscribed to mail, and the merged record would not be.";
        }
    }

    /** Sure enough by itself, but the plan as a whole would change more without review than its job allows. */
    record TooManyChanges() implements Doubt {

        @Override
        public String says() {
            return "It is sure enough by itself, but the plan has more such changes than apply.max-share allows without"
                    + " a look.";
        }
    }

    /** A record that holds nothing: whether it is deleted, a person decides. */
    record EmptyRecord() implements Doubt {

        @Override
        public String says() {
            return "An empty record is never deleted without a look.";
        }
    }

    private static String digits(double score, RoundingMode rounding) {
        return BigDecimal.valueOf(score)
                .setScale(6, rounding)
                .stripTrailingZeros()
                .toPlainString();
    }
}
