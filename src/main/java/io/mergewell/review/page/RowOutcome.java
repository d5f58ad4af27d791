package io.mergewell.review.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What became of a row that was handed in.
 *
 * @param word for a reader, in few words and small letters, such as {@code applied}
 * @param says the same as sentences, without values of a person; empty where the word says all
 * @param survivor id of whom people let survive instead of the planned survivor; null where they did not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RowOutcome(String word, String says, @Nullable String survivor) {

    /** Of a row that keeps the planned survivor. */
    public RowOutcome(String word, String says) {
        this(word, says, null);
    }

    /** The same of a row with another survivor. */
    public RowOutcome with(String otherSurvivor) {
        return new RowOutcome(word, says, otherSurvivor);
    }
}
