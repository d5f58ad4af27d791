package io.mergewell.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailsTests {

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "  Will.Smith@Acme.COM | will.smith@acme.com",
                "mailto:will@acme.com | will@acme.com",
                "mailto:will@acme.com?subject=Hello%20you | will@acme.com",
                "Will Smith <will@acme.com> | will@acme.com",
                "\"Smith, Will\" <WILL@acme.com> | will@acme.com",
                "E-mail: will@acme.com | will@acme.com",
                "will@acme.com., | will@acme.com",
                "'will@acme.com' | will@acme.com",
                "will@acme.com (work) | will@acme.com",
                "will(at)acme.com | will@acme.com",
                "info@MÜLLER.de | info@xn--mller-kva.de",
                "info@xn--mller-kva.de | info@xn--mller-kva.de",
                "ｗｉｌｌ＠acme.com | will@acme.com",
                "will\u200B@acme.com | will@acme.com",
            })
    void readsOneAddress(String cell, String address) {
        assertThat(Emails.of(cell)).singleElement().satisfies(form -> {
            assertThat(form.address()).isEqualTo(address);
            assertThat(form.address()).isEqualTo(form.local() + "@" + form.domain());
            assertThat(form.valid()).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.b@x.org, c@y.net",
                "a.b@x.org;c@y.net",
                "a.b@x.org / c@y.net",
                "a.b@x.org c@y.net",
                "a.b@x.org|c@y.net",
                "A <a.b@x.org>, C <c@y.net>",
                "a.b@x.org\nc@y.net",
                "a.b@x.org or c@y.net, a.b@x.org"
            })
    void readsSeveralAddressesOfOneCellEachOnce(String cell) {
        assertThat(Emails.of(cell)).extracting(EmailForm::address).containsExactly("a.b@x.org", "c@y.net");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "will.smith+news@gmail.com, willsmith@gmail.com",
        "W.I.L.L@googlemail.com, will@gmail.com",
        "will.smith+news@acme.com, will.smith@acme.com",
        "will.smith@acme.com, will.smith@acme.com",
        "+1will@acme.com, +1will@acme.com",
    })
    void knowsTheMailboxBehindAnAddress(String cell, String mailbox) {
        assertThat(Emails.of(cell).get(0).mailbox()).isEqualTo(mailbox);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "info@acme.com",
                "Sales@acme.com",
                "no-reply@acme.com",
                "buchhaltung@acme.de",
                "office+x@acme.com"
            })
    void recognisesRoles(String cell) {
        assertThat(Emails.of(cell).get(0).role()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"will@acme.com", "infante@acme.com", "sally@sales.com"})
    void takesPersonsForPersons(String cell) {
        assertThat(Emails.of(cell).get(0).role()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none",
                "n/a",
                "will",
                "will@",
                "@acme.com",
                "will@acme",
                "a@a.a",
                "will smith@acme",
                "will@acme..com",
                "will..smith@acme.com",
                "will.@acme.com",
                "will@-acme.com",
                "will@acme-.com",
                "will@ac_me.com",
                "will@@acme.com",
                "will@acme.com@acme.com",
                "will@10.0.0.1",
                "wi\\ll@acme.com",
                "will@\u0301.com"
            })
    void keepsWhatIsNoAddressAsInvalidText(String cell) {
        assertThat(Emails.of(cell)).singleElement().satisfies(form -> {
            assertThat(form.valid()).isFalse();
            assertThat(form.mailbox()).isNotEmpty().isEqualTo(form.address());
        });
    }

    @Test
    void refusesAddressesLongerThanMailAllows() {
        assertThat(Emails.of("x".repeat(65) + "@acme.com").get(0).valid()).isFalse();
        assertThat(Emails.of("x@" + "abc.".repeat(70) + "com").get(0).valid()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "test@test.com",
                "test@acme.com",
                "none@none.com",
                "noemail@acme.com",
                "jane@example.com",
                "jane@foo.example",
                "a@a.com",
                "asdf@asdf.de",
                "xxx@acme.com",
                "test+1@acme.com",
                "jane@foo.invalid"
            })
    void takesPlaceholdersForNobodysAddress(String cell) {
        assertThat(Emails.of(cell)).singleElement().matches(form -> !form.valid());
    }

    @Test
    void findsNothingInABlankCell() {
        assertThat(Emails.of("")).isEmpty();
        assertThat(Emails.of(" \t\u00A0")).isEmpty();
    }
}
