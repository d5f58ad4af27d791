package io.mergewell.crm.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeenIdsTests {

    @Test
    void knowsEachIdAfterItsFirstTimeHoweverManyThereAre() {
        SeenIds seen = new SeenIds();
        int ids = 100_000;

        for (int i = 0; i < ids; i++) {
            assertThat(seen.add("rec-" + i + "-org")).isTrue();
        }
        for (int i = 0; i < ids; i++) {
            assertThat(seen.add("rec-" + i + "-org")).isFalse();
        }
    }

    @Test
    void tellsIdsApartThatAreWrittenDifferently() {
        SeenIds seen = new SeenIds();

        assertThat(seen.add("7")).isTrue();
        assertThat(seen.add("07")).isTrue();
        assertThat(seen.add("é")).isTrue();
        assertThat(seen.add("e\u0301")).isTrue();
    }
}
