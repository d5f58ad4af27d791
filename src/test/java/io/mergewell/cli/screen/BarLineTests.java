package io.mergewell.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarLineTests {

    private static final BarLine PERSONS = new BarLine("persons");

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            120|Reading  45% [==================>                     ]  0:12 left  4,500 of 10,000 persons  450/s
            79|Reading  45% [=========>           ]  0:12 left  4,500 of 10,000 persons  450/s
            60|Reading  45%  0:12 left  4,500 of 10,000 persons  450/s
            39|Reading  45% [=====>       ]  0:12 left
            20|Reading  45%
            10|Reading  4
            """)
    void leavesOutWhatDoesNotFit(int columns, String line) {
        assertThat(PERSONS.line(course(4_500, 10_000, 10), columns)).isEqualTo(line);
    }

    @Test
    void saysHowManyAndHowFastWhereNobodyKnowsTheEnd() {
        assertThat(PERSONS.line(course(4_500, BarLine.OPEN_END, 10), 80))
                .isEqualTo("Reading  4,500 persons  450/s  0:10");
        assertThat(new BarLine("").line(course(0, BarLine.OPEN_END, 3_671), 80)).isEqualTo("Reading  1:01:11");
    }

    @Test
    void doesNotTakeWhatWasDoneBeforeForItsOwnSpeed() {
        BarLine.Course resumed =
                new BarLine.Course("Reading", 9_000, 9_100, 10_000, Duration.ofSeconds(100), Duration.ofSeconds(101));

        assertThat(PERSONS.line(resumed, 120)).contains("15:00 left", "1.0/s");
    }

    @Test
    void promisesNothingBeforeItHasSeenASecond() {
        assertThat(PERSONS.line(course(4_500, 10_000, 0), 120)).doesNotContain("left", "/s");
    }

    @Test
    void staysOnOneLineHoweverNarrowTheTerminal() {
        IntStream.rangeClosed(1, 200).forEach(columns -> {
            for (long done = 0; done <= 10_000; done += 625) {
                assertThat(PERSONS.line(course(done, 10_000, 10), columns)).hasSizeLessThanOrEqualTo(columns);
                assertThat(PERSONS.line(course(done, BarLine.OPEN_END, 10), columns))
                        .hasSizeLessThanOrEqualTo(columns);
            }
        });
    }

    private static BarLine.Course course(long done, long end, int seconds) {
        return new BarLine.Course("Reading", 0, done, end, Duration.ofSeconds(seconds), Duration.ofSeconds(seconds));
    }
}
