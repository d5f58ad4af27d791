package io.mergewell.sandbox.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * One endpoint.
 *
 * @param path such as {@code /persons/{id}}, where {@code {id}} stands for a whole number
 * @param cost what a call takes from the daily budget, in tokens
 * @param work given the request and the numbers in its path
 */
public record Route(String method, String path, int cost, BiFunction<Request, List<Long>, Answer> work) {

    private static final int MAX_DIGITS = 18;

    /** The numbers at the places of a path where this route has them; empty if the path is another one. */
    public Optional<List<Long>> numbers(String actual) {
        String[] expected = path.split("/", -1);
        String[] parts = actual.split("/", -1);
        if (expected.length != parts.length) {
            return Optional.empty();
        }
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            if (expected[i].equals("{id}") && isNumber(parts[i])) {
                numbers.add(Long.valueOf(parts[i]));
            } else if (!expected[i].equals(parts[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(numbers);
    }

    private static boolean isNumber(String part) {
        return !part.isEmpty() && part.length() <= MAX_DIGITS && part.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
