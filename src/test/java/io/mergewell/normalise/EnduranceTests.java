package io.mergewell.normalise;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.mergewell.person.PersonName;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cell may hold a whole document: it costs time in proportion to its length, and no stack. */
class EnduranceTests {

    private static final int REPEATED = 20_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a ",
                "a.",
                "a@b.co ",
                "(",
                "'a",
                "\"",
                "mc ",
                "jr ",
                "dr. ",
                ", ",
                "/ ",
                "1/",
                "12345678/",
                "+1234567",
                ",x",
                "; ",
                "a b (",
                "van ",
                "é ",
                "王 ",
                "\uD800",
                "st. ",
                "12 a ",
                "-",
                "| ",
                "geb. "
            })
    void readsAWholeDocumentInAnyField(String piece) {
        String text = piece.repeat(REPEATED);

        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> assertThatCode(() -> readAll(text))
                .doesNotThrowAnyException());
    }

    private static void readAll(String text) {
        Names.of(new PersonName(text, null, null));
        Names.of(new PersonName(null, text, "a"));
        Names.of(new PersonName(null, "a", text));
        Emails.of(text);
        new Phones("US").of(text);
        Dates.of(text);
        Organisations.of(text);
        Streets.tokens(text);
        Postcodes.of(text);
        Placeholders.isPlaceholder(Folding.fold(text));
    }
}
