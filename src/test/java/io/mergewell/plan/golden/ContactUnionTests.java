package io.mergewell.plan.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.normalise.Phones;
import io.mergewell.person.ContactValue;
import io.mergewell.person.Person;
import io.mergewell.plan.Somebody;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** E-mails and phones of two records in one. */
class ContactUnionTests {

    private final FieldRules rules = new FieldRules(new Phones("US"));

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
                    # survivor,                duplicate,                     added
                    will@acme.com,             WILL@ACME.COM,                 false
                    will@acme.com,             Will <mailto:will@acme.com>,   false
                    will@gmail.com,            w.ill@gmail.com,               true
                    will@gmail.com,            will+news@gmail.com,           true
                    "a@b.org; c@d.org",        C@d.org,                       false
                    a@b.org,                   "a@b.org, c@d.org",            true
                    none,                      NONE,                          false
                    test,                      тест,                          true
                    info@müller.de,            info@xn--mller-kva.de,         false
                    """)
    void unitesEmailsByTheirAddress(String ours, String theirs, boolean added) {
        Person golden = rules.merged(
                somebody("1").email(ours).there(), somebody("2").email(theirs).there());

        assertThat(values(golden.emails())).isEqualTo(added ? List.of(ours, theirs) : List.of(ours));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
                    +1 415 555 0132,           (415) 555-0132,                false
                    +1 415 555 0132,           415-555-0132 x12,              true
                    +1 415 555 0132,           +44 20 7946 0132,              true
                    555-0132,                  5550132,                       false
                    555-0132,                  +1 415 555 0132,               true
                    call Bob,                  CALL bob,                      false
                    call Bob,                  call Ann,                      true
                    "415 555 0132 / 415 555 0199", +14155550199,              false
                    """)
    void unitesPhonesByTheirNumber(String ours, String theirs, boolean added) {
        Person golden = rules.merged(
                somebody("1").phone(ours).there(), somebody("2").phone(theirs).there());

        assertThat(values(golden.phones())).isEqualTo(added ? List.of(ours, theirs) : List.of(ours));
    }

    @Test
    void leavesThePrimaryOneWhereItWas() {
        Person survivor = somebody("1").phone("555-0132").there();
        Person duplicate = somebody("2").primaryPhone("555-0199").there();

        assertThat(rules.merged(survivor, duplicate).phones())
                .containsExactly(ContactValue.of("555-0132"), new ContactValue("555-0199", "work", false));
        assertThat(rules.merged(somebody("3").there(), duplicate).phones()).isEqualTo(duplicate.phones());
    }

    @Test
    void changesNothingOfWhatTheSurvivorHoldsTwice() {
        Person survivor = somebody("1").email("a@b.org", "A@B.org").there();

        assertThat(rules.merged(survivor, somebody("2").email("a@b.org").there()))
                .isEqualTo(survivor);
    }

    private static Somebody somebody(String id) {
        return Somebody.withId(id);
    }

    private static List<String> values(List<ContactValue> contacts) {
        return contacts.stream().map(ContactValue::value).toList();
    }
}
