package io.mergewell.review.decided;

import org.jspecify.annotations.Nullable;

/**
 * Why a review cannot be taken as it is.
 *
 * @param place null if it is about the file as a whole
 * @param sentence for the person who saved it; quotes no cell, since any may hold personal data
 */
public record Problem(@Nullable Place place, String sentence) {

    /** A problem of the file as a whole. */
    public static Problem ofFile(String sentence) {
        return new Problem(null, sentence);
    }

    @Override
    public String toString() {
        return place == null ? sentence : place + ": " + sentence;
    }
}
