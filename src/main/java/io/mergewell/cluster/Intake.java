package io.mergewell.cluster;

import io.mergewell.match.MatchSettings;
import io.mergewell.match.corpus.Corpus;
import io.mergewell.match.corpus.CorpusBuilder;
import io.mergewell.match.corpus.PreparedPerson;
import io.mergewell.person.Person;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Prepares persons in the background, a few batches ahead, while the caller reads on. */
final class Intake {

    private static final int BATCH = 2_000;
    private static final int BATCHES_AHEAD = 8;

    private final CorpusBuilder builder;
    private final Deque<CompletableFuture<List<PreparedPerson>>> preparing = new ArrayDeque<>();
    private List<Person> batch = new ArrayList<>(BATCH);
    private boolean closed;

    Intake(MatchSettings settings) {
        builder = new CorpusBuilder(settings);
    }

    void add(Person person) {
        requireOpen();
        batch.add(person);
        if (batch.size() == BATCH) {
            handOver();
        }
    }

    /** Everything that was added; nothing can be added after it. */
    Corpus corpus() {
        requireOpen();
        closed = true;
        handOver();
        while (!preparing.isEmpty()) {
            takeIn(preparing.remove());
        }
        return builder.build();
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("These persons were matched; another match needs a resolver of its own.");
        }
    }

    private void handOver() {
        List<Person> full = batch;
        batch = new ArrayList<>(BATCH);
        Supplier<List<PreparedPerson>> work =
                () -> full.stream().map(builder::prepare).toList();
        // A caller who is far ahead takes a share before waiting.
        preparing.add(
                preparing.size() < BATCHES_AHEAD
                        ? CompletableFuture.supplyAsync(work)
                        : CompletableFuture.completedFuture(work.get()));
        while (preparing.size() > BATCHES_AHEAD
                || (!preparing.isEmpty() && preparing.element().isDone())) {
            takeIn(preparing.remove());
        }
    }

    private void takeIn(CompletableFuture<List<PreparedPerson>> prepared) {
        result(prepared).forEach(builder::add);
    }

    /** What ended the work ends the caller as it is: memory that did not suffice is not told by its wrapping. */
    static <T> T result(CompletableFuture<T> work) {
        try {
            return work.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }
}
