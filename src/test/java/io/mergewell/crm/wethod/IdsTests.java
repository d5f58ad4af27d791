package io.mergewell.crm.wethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"7 | 7", "8 7 | 7-8", "1 2 3 5 9 10 | 1-3,5,9-10", "3 3 1 | 1,3", "999999999999 | 999999999999"})
    void writesRunsOfIdsAsRanges(String ids, String written) {
        List<Long> numbers = List.of(ids.split(" ")).stream().map(Long::valueOf).toList();

        assertThat(Ids.none().with(numbers)).hasToString(written);
    }

    @Property(tries = 200)
    void readsWhatItWrote(@ForAll Set<@LongRange(min = 1, max = 300) Long> ids) {
        Ids written = Ids.none().with(new ArrayList<>(ids));

        assertThat(Ids.parse(written.toString())).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "1,", "1-", "-1", "1;2", "1234567890123456789"})
    void readsNothingElse(String text) {
        assertThatThrownBy(() -> Ids.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsWhomTheOthersLack() {
        assertThat(Ids.parse("1-5").without(Ids.parse("2-4,9"))).containsExactly(1L, 5L);
    }
}
