package io.mergewell.cli.screen;

import io.mergewell.job.Amount;
import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import org.jspecify.annotations.Nullable;

/** The bar of the step that is at work, on a terminal's bottom line. To be used by one thread. */
public final class Bar implements AutoCloseable {

    private static final int REDRAWN_EVERY_MILLIS = 250;

    private final BottomLine bottom;
    private final int columns;
    private String task = "";
    private boolean counting;
    private long begunNanos = System.nanoTime();
    private @Nullable ProgressBar bar;

    /** @param columns how many characters a line of the terminal holds */
    public Bar(BottomLine bottom, int columns) {
        this.bottom = bottom;
        // A character in the last column would already make some terminals begin a new line.
        this.columns = columns - 1;
    }

    /** A step begins, of which nothing is counted yet. */
    public void begin(String step) {
        close();
        task = step;
        counting = false;
        begunNanos = System.nanoTime();
        bar = drawn(new Amount(0, null, ""));
    }

    /** So much of the step is done. What was done before it was first told is not taken for this run's speed. */
    public void show(Amount amount) {
        ProgressBar drawn = bar;
        if (drawn == null || !counting) {
            close();
            counting = true;
            bar = drawn(amount);
            return;
        }
        Long expected = amount.expected();
        drawn.maxHint(expected == null ? -1 : Math.max(expected, amount.done()));
        drawn.stepTo(amount.done());
    }

    /** Takes the bar away; the next step may begin another. */
    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
        bottom.hide();
    }

    private ProgressBar drawn(Amount amount) {
        Long expected = amount.expected();
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(expected == null ? -1 : Math.max(expected, amount.done()))
                .startsFrom(amount.done(), Duration.ofNanos(System.nanoTime() - begunNanos))
                .setUpdateIntervalMillis(REDRAWN_EVERY_MILLIS)
                .continuousUpdate()
                .setRenderer(new BarLine(amount.things()))
                .setConsumer(new OnBottomLine(bottom, columns))
                .build();
    }

    /** Where the library draws. */
    private record OnBottomLine(BottomLine bottom, int columns) implements ProgressBarConsumer {

        @Override
        public int getMaxRenderedLength() {
            return columns;
        }

        @Override
        public void accept(String line) {
            bottom.show(line);
        }

        @Override
        public void close() {
            bottom.hide();
        }
    }
}
