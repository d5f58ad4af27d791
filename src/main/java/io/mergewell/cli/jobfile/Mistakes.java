package io.mergewell.cli.jobfile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What is wrong with a job file: all of it is told in one go. */
final class Mistakes {

    private final List<JobFileException> found = new ArrayList<>();

    /** Takes note of one. */
    void add(JobFileException mistake) {
        if (!mistake.isConsequence()) {
            found.add(mistake);
        }
    }

    /** Whether there was none so far. */
    boolean isEmpty() {
        return found.isEmpty();
    }

    /** A value that is read; empty if that is a mistake, of which note is taken. */
    <T> Optional<T> tried(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (JobFileException mistake) {
            add(mistake);
            return Optional.empty();
        }
    }

    /** All of them as one, in the order of the file, each sentence once. */
    JobFileException told() {
        return new JobFileException(
                0,
                found.stream()
                        .sorted(Comparator.comparing(JobFileException::line))
                        .map(Throwable::getMessage)
                        .distinct()
                        .collect(Collectors.joining("\n")));
    }
}
