package io.mergewell.review.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MasksTests {

    @ParameterizedTest
    @CsvSource({
        "William Smith-Jones, W. S.-J.",
        "'12 Main St, 94105', '# M. S., #'",
        "van 't Hoff, V. T. H.",
        "Łukasz 李小龍, Ł. 李.",
        "=cmd|'/c calc'!A1, C.|C. C.A.",
        "'', ''"
    })
    void leavesInitialsOfWords(String text, String masked) {
        assertThat(Masks.words(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "will.smith@acme.com, w***@acme.com",
        "WSMITH@Gmail.com, w***@gmail.com",
        "+tag@acme.com, ***@acme.com",
        "@acme.com, ***@acme.com",
        "will at acme, ***",
        "'w@acme.com;=1+1', w***@acme.com11"
    })
    void leavesTheFirstLetterAndTheDomainOfAnEmail(String address, String masked) {
        assertThat(Masks.email(address)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"+1 415 555 0132, ***32", "(415) 555-0132, ***32", "112, ***", "none, ***"})
    void leavesTheLastTwoDigitsOfAPhone(String number, String masked) {
        assertThat(Masks.phone(number)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"1970-05-23, 1970-**-**", "23.5.1970, ***", "'', ''"})
    void leavesTheYearOfADate(String date, String masked) {
        assertThat(Masks.date(date)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "e-mail: rear.admiral@navy-mail.org, e-mail: r***@navy-mail.org",
        "phone: +1 415 555 0199, phone: ***99",
        "'remark: a friend kept, second dropped', remark: ***",
        "'e-mail: a@b.org kept, c@d.org dropped', e-mail: ***",
        "whatever stands there, ***"
    })
    void leavesTheFieldOfWhatIsGainedOrLost(String sentence, String masked) {
        assertThat(Masks.fieldValue(sentence)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "Ada Berg (12), 12",
        "Ada (the boss) Berg (12), 12",
        "=Ada Berg (12), 12",
        "12, 12",
        "8f1c-22, 8f1c-22",
        "'', ''"
    })
    void leavesTheIdOfAnOwner(String owner, String masked) {
        assertThat(Masks.idAlone(owner)).isEqualTo(masked);
    }
}
