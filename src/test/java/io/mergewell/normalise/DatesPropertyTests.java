package io.mergewell.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;

class DatesPropertyTests extends AnyTexts {

    @Property
    void readsItsOwnDisplayAsItIs(
            @ForAll @IntRange(min = 1850, max = 2100) int year,
            @ForAll @IntRange(min = 0, max = 12) int month,
            @ForAll @IntRange(min = 0, max = 31) int day) {
        DateForm form = new DateForm(year, month, day, month == 1 && day == 1);

        assertThat(Dates.of("%04d-%02d-%02d".formatted(year, month, day)))
                .satisfiesAnyOf(read -> assertThat(read).isEqualTo(form), read -> assertThat(year)
                        .isEqualTo(1899));
        assertThat(Dates.of("%04d%02d%02d".formatted(year, month, day)))
                .isEqualTo(Dates.of("%04d-%02d-%02d".formatted(year, month, day)));
    }

    @Property
    void staysInRangeWhateverIsWritten(@ForAll @From("texts") String text) {
        assertInRange(Dates.of(text));
    }

    @Property
    void staysInRangeForAnyDigits(
            @ForAll @Chars({'0', '1', '2', '3', '7', '9', '-', '.', '/', ' ', 'T'}) @StringLength(max = 14)
                    String text) {
        assertInRange(Dates.of(text));
    }

    private static void assertInRange(@Nullable DateForm form) {
        if (form != null) {
            assertThat(form.month()).isBetween(0, 12);
            assertThat(form.day()).isBetween(0, 31);
            assertThat(form.placeholder() || (form.year() >= 1850 && form.year() <= 2100))
                    .isTrue();
        }
    }
}
