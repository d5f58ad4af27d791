package io.mergewell.plan.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.normalise.Phones;
import io.mergewell.person.ContactValue;
import io.mergewell.person.Person;
import io.mergewell.plan.Room;
import io.mergewell.plan.Somebody;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** E-mails and phones of two records in one. */
class ContactUnionTests {

    private final FieldRules rules = new FieldRules(new Phones("US"), Room.AMPLE);

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
                    # survivor,                duplicate,                     gained
                    will@acme.com,             WILL@ACME.COM,                 ""
                    will@acme.com,             Will <mailto:will@acme.com>,   ""
                    will@gmail.com,            w.ill@gmail.com,               w.ill@gmail.com
                    will@gmail.com,            will+news@gmail.com,           will+news@gmail.com
                    "a@b.org; c@d.org",        C@d.org,                       ""
                    a@b.org,                   "a@b.org, C@d.org",            C@d.org
                    a@b.org,                   "c@d.org / e@f.org",           c@d.org|e@f.org
                    a@b.org,                   "c@d.org, C@D.org",            c@d.org
                    a@b.org,                   mailto:C@d.org,                C@d.org
                    a@b.org,                   C D <c@d.org>,                 c@d.org
                    a@b.org,                   "D, C <c@d.org>; a@b.org",     c@d.org
                    a@b.org,                   c(at)d.org,                    c@d.org
                    a@b.org,                   info@müller.de.,               info@müller.de
                    aa@b.org,                  "a@b.org, aa@b.org",           a@b.org
                    none,                      NONE,                          ""
                    test,                      тест,                          тест
                    info@müller.de,            info@xn--mller-kva.de,         ""
                    """)
    void unitesEmailsAddressByAddress(String ours, String theirs, String gained) {
        Person survivor = somebody("1").email(ours).there();
        Person duplicate = somebody("2").email(theirs).there();

        Person golden = rules.merged(survivor, duplicate);

        assertThat(values(golden.emails())).isEqualTo(with(ours, gained));
        assertThat(texts(rules.lacking(survivor, golden))).isEqualTo(named("e-mail: ", gained));
        assertThat(rules.lacking(golden, duplicate)).isEmpty();
    }

    @Test
    void losesWhatIsWrittenBesideAnAddressAndSaysSo() {
        Person survivor = somebody("1").email("a@b.org").there();
        Person duplicate = somebody("2").email("c@d.org (until June)").there();

        Person golden = rules.merged(survivor, duplicate);

        assertThat(values(golden.emails())).containsExactly("a@b.org", "c@d.org");
        assertThat(texts(rules.lacking(golden, duplicate))).containsExactly("e-mail: c@d.org (until June)");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
                    # survivor,                duplicate,                     gained
                    +1 415 555 0132,           (415) 555-0132,                ""
                    +1 415 555 0132,           415-555-0132 x12,              415-555-0132 x12
                    +1 415 555 0132,           +44 20 7946 0132,              +44 20 7946 0132
                    555-0132,                  5550132,                       ""
                    555-0132,                  +1 415 555 0132,               +1 415 555 0132
                    (069) 72591380,            +49 69 72591380,               ""
                    +49 69 72591380,           069/72591380,                  ""
                    +47 900 11 222,            90011222,                      ""
                    +47 900 11 222,            90011222 x3,                   90011222 x3
                    +49 69 72591380,           +43 69 72591380,               +43 69 72591380
                    call Bob,                  CALL bob,                      ""
                    call Bob,                  call Ann,                      call Ann
                    "415 555 0132 / 415 555 0199", +14155550199,              ""
                    +14155550199,              "415 555 0132 / 415 555 0199", 415 555 0132
                    +14155550199,              "(415) 555-0132; +44 20 7946 0132", (415) 555-0132|+44 20 7946 0132
                    +14155550199,              "415 555 0132 or 415 555 0133", 415 555 0132|415 555 0133
                    +14155550199,              "415 555 0132, 415 555 0132",  415 555 0132
                    +14155550132,              "415 555 0132 / 12",           415 555 0132 / 12
                    +14155550132,              tel:+44 20 7946 0132,          +44 20 7946 0132
                    """)
    void unitesPhonesNumberByNumber(String ours, String theirs, String gained) {
        Person survivor = somebody("1").phone(ours).there();
        Person duplicate = somebody("2").phone(theirs).there();

        Person golden = rules.merged(survivor, duplicate);

        assertThat(values(golden.phones())).isEqualTo(with(ours, gained));
        assertThat(texts(rules.lacking(survivor, golden))).isEqualTo(named("phone: ", gained));
        assertThat(rules.lacking(golden, duplicate)).isEmpty();
    }

    @Test
    void fillsABlankWithCleanAddressesToo() {
        Person duplicate = somebody("2").email("Will <W@x.org>, mailto:w@y.org").there();

        Person golden = rules.merged(somebody("1").there(), duplicate);

        assertThat(values(golden.emails())).containsExactly("W@x.org", "w@y.org");
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

    private static List<String> with(String ours, String gained) {
        return Stream.concat(Stream.of(ours), split(gained)).toList();
    }

    private static List<String> named(String field, String gained) {
        return split(gained).map(value -> field + value).toList();
    }

    private static Stream<String> split(String values) {
        return Stream.of(values.split("\\|")).filter(value -> !value.isEmpty());
    }

    private static List<String> texts(List<FieldValue> values) {
        return values.stream().map(FieldValue::text).toList();
    }
}
