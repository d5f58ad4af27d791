package io.mergewell.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergewell.crm.CrmException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StopSignalTests {

    private final StopSignal stop = new StopSignal();

    @Test
    void letsWorkGoOnUntilItIsAsked() {
        assertThatCode(stop::check).doesNotThrowAnyException();
        stop.ask();
        assertThat(stop.asked()).isTrue();
        assertThatThrownBy(stop::check).isInstanceOf(JobException.Stopped.class);
    }

    @Test
    void waitsAsLongAsItIsTold() {
        long began = System.nanoTime();
        stop.await(Duration.ofMillis(20));
        assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(20_000_000);
    }

    @Test
    void endsAWaitAtOnceWhenAsked() throws InterruptedException {
        Thread asker = new Thread(stop::ask);
        asker.start();
        assertThatThrownBy(() -> stop.await(Duration.ofHours(1))).isInstanceOf(CrmException.Stopped.class);
        asker.join();
    }
}
