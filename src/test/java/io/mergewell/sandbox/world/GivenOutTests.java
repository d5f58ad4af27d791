package io.mergewell.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GivenOutTests {

    private static final int PERSONS = 100_000;

    @Test
    void nothingIsGivenOutTwice() {
        GivenOut givenOut = new GivenOut(PERSONS);
        List<String> given = IntStream.range(0, 3 * PERSONS)
                .mapToObj(i -> "somebody" + i + "@gmail.com")
                .filter(givenOut::claimMailbox)
                .toList();

        assertThat(given).hasSizeGreaterThan(3 * PERSONS * 98 / 100);
        assertThat(given).noneMatch(givenOut::claimMailbox);
    }

    @Test
    void dotsMakeNoOtherMailbox() {
        GivenOut givenOut = new GivenOut(1);

        assertThat(givenOut.claimMailbox("will.smith@gmail.com")).isTrue();
        assertThat(givenOut.claimMailbox("willsmith@gmail.com")).isFalse();
        assertThat(givenOut.claimMailbox("willsmith2@gmail.com")).isTrue();
    }

    @Test
    void knowsWhatWasGivenOutInAWorldOfAnySize() {
        GivenOut givenOut = new GivenOut(Long.MAX_VALUE);

        assertThat(givenOut.claim("+14155550132")).isTrue();
        assertThat(givenOut.claim("+14155550132")).isFalse();
    }
}
