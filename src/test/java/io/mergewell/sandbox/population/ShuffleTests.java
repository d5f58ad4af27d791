package io.mergewell.sandbox.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ShuffleTests {

    @Property(tries = 60)
    void everyPlaceIsTakenOnce(@ForAll @IntRange(min = 1, max = 3_000) int size, @ForAll long seed) {
        Shuffle shuffle = new Shuffle(size, seed);

        assertThat(LongStream.range(0, size).map(shuffle::of).sorted().boxed())
                .containsExactlyElementsOf(LongStream.range(0, size).boxed().toList());
    }
}
