package io.mergewell.match.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnShapeTests {

    private static final int JUNK = 1_000_000;

    @ParameterizedTest
    @CsvSource({"1000, 0, true", "990, 10, true", "980, 20, false", "99, 0, false", "100, 0, true", "2, 0, false"})
    void aColumnIsConstantIfNearlyAllRecordsHaveOneValue(int same, int others, boolean constant) {
        assertThat(shape(times(same, JUNK), different(others)).constant()).isEqualTo(constant);
    }

    @ParameterizedTest
    @CsvSource({"100, 0, true", "100000, 0, true", "1000, 2, false", "99, 0, false"})
    void aColumnIsAllDifferentIfNoValueComesTwice(int different, int same, boolean allDifferent) {
        assertThat(shape(times(same, JUNK), different(different)).allDifferent())
                .isEqualTo(allDifferent);
    }

    @ParameterizedTest
    @CsvSource({
        "3000, 97000, true",
        "1000, 99000, false",
        "100, 900, true",
        "99, 901, false",
        "60000, 40000, true",
        "0, 1000, false"
    })
    void aValueIsOutOfAllProportionWhereTheOthersAreRare(int junk, int others, boolean found) {
        ColumnShape shape = shape(times(junk, JUNK), different(others));

        assertThat(shape.outOfProportion().contains(JUNK)).isEqualTo(found);
        assertThat(shape.outOfProportionRecords()).isEqualTo(found ? junk : 0);
    }

    @Test
    void severalValuesCanBeOutOfAllProportion() {
        ColumnShape shape = shape(times(500, JUNK), times(400, JUNK + 1), different(5_000));

        assertThat(shape.outOfProportion().toArray()).containsExactlyInAnyOrder(JUNK, JUNK + 1);
    }

    @Test
    void birthDatesOfAMillionAreNoneTheLessRare() {
        int[] dates = IntStream.range(0, 1_000_000).map(i -> i % 20_000).toArray();

        assertThat(shape(dates, times(30_000, JUNK)).outOfProportion().toArray())
                .containsExactly(JUNK);
    }

    /** Sexes, countries and kinds of customers: each of a few values is frequent, and none is junk. */
    @Test
    void fewValuesAreAllInProportion() {
        int[] sexes = IntStream.range(0, 10_000).map(i -> i % 2).toArray();
        int[] countries =
                IntStream.range(0, 10_000).map(i -> Math.max(0, i % 40 - 20)).toArray();

        assertThat(shape(sexes, times(50, JUNK)).outOfProportion().isEmpty()).isTrue();
        assertThat(shape(countries).outOfProportion().isEmpty()).isTrue();
    }

    @Test
    void nothingHasNoShape() {
        ColumnShape shape = shape();

        assertThat(shape.constant()).isFalse();
        assertThat(shape.allDifferent()).isFalse();
        assertThat(shape.outOfProportion().isEmpty()).isTrue();
    }

    private static ColumnShape shape(int[]... values) {
        int[] all = Arrays.stream(values).flatMapToInt(Arrays::stream).toArray();
        return ColumnShape.of(all.length, all);
    }

    private static int[] times(int count, int value) {
        return IntStream.generate(() -> value).limit(count).toArray();
    }

    private static int[] different(int count) {
        return IntStream.range(0, count).toArray();
    }
}
