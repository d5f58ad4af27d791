package io.mergewell.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IntakeTests {

    static Stream<Throwable> failures() {
        return Stream.of(new OutOfMemoryError("Java heap space"), new IllegalArgumentException("An id came twice."));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void endsWithWhatEndedTheWorkInTheBackground(Throwable failure) {
        CompletableFuture<String> work =
                CompletableFuture.<String>failedFuture(failure).thenApply(String::strip);
        assertThat(catchThrowable(() -> Intake.result(work))).isSameAs(failure);
    }
}
