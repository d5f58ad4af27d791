package io.mergewell.plan.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.normalise.Phones;
import io.mergewell.person.Consent;
import io.mergewell.person.LinkKind;
import io.mergewell.person.Organisation;
import io.mergewell.person.Person;
import io.mergewell.person.PostalAddress;
import io.mergewell.plan.Room;
import io.mergewell.plan.Somebody;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldRulesTests {

    private final FieldRules rules = new FieldRules(new Phones("US"), Room.AMPLE);

    @Test
    void keepsTheSurvivorsValues() {
        Person survivor = somebody("1")
                .named("Will Smith")
                .at("7", "Acme")
                .born("1971-02-03")
                .working("Buyer")
                .with("tier", "A")
                .ownedBy("11")
                .added("2020-01-01")
                .there();
        Person duplicate = somebody("2")
                .named("Bill Smith")
                .at("8", "Other")
                .born("1972-02-03")
                .working("Seller")
                .with("tier", "B")
                .ownedBy("12")
                .added("2019-01-01")
                .there();

        assertThat(rules.merged(survivor, duplicate)).isEqualTo(survivor);
        assertThat(texts(rules.lacking(survivor, duplicate)))
                .containsExactly(
                        "name: Bill Smith",
                        "birth date: 1972-02-03",
                        "organisation: Other (8)",
                        "job title: Seller",
                        "custom.tier: B");
        assertThat(rules.conflicts(survivor, duplicate))
                .containsExactly(
                        "name: Will Smith kept, Bill Smith dropped",
                        "birth date: 1971-02-03 kept, 1972-02-03 dropped",
                        "organisation: Acme (7) kept, Other (8) dropped",
                        "job title: Buyer kept, Seller dropped",
                        "custom.tier: A kept, B dropped",
                        "owner: 11 kept, 12 dropped");
    }

    @Test
    void fillsBlanksAndSaysWhatItFilled() {
        Person survivor = somebody("1").there();
        Person duplicate = somebody("2")
                .named("Will Smith")
                .at("7", "Acme")
                .born("1971")
                .living("1 Main St", null, "Rome", null)
                .working("Buyer")
                .with("tier", "A")
                .there();

        Person golden = rules.merged(survivor, duplicate);

        assertThat(golden.name().full()).isEqualTo("Will Smith");
        assertThat(golden.organisation()).isEqualTo(new Organisation("7", "Acme"));
        assertThat(golden.birthDate()).isEqualTo("1971");
        assertThat(golden.address()).isEqualTo(duplicate.address());
        assertThat(golden.jobTitle()).isEqualTo("Buyer");
        assertThat(golden.custom()).isEqualTo(Map.of("tier", "A"));
        assertThat(texts(rules.lacking(survivor, golden)))
                .containsExactly(
                        "name: Will Smith",
                        "birth date: 1971",
                        "organisation: Acme (7)",
                        "job title: Buyer",
                        "street: 1 Main St",
                        "city: Rome",
                        "custom.tier: A");
        assertThat(rules.lacking(golden, duplicate)).isEmpty();
        assertThat(rules.conflicts(golden, duplicate)).isEmpty();
    }

    @Test
    void fillsNoBlankWithWhatSaysNothing() {
        Person survivor = somebody("1").there();
        Person duplicate = somebody("2")
                .named("n/a")
                .born("1900-01-01")
                .working("unknown")
                .living("-", null, "xxx", null)
                .there();

        assertThat(rules.merged(survivor, duplicate)).isEqualTo(survivor);
        assertThat(rules.lacking(survivor, duplicate)).isEmpty();
    }

    @Test
    void unitesLabels() {
        Person golden = rules.merged(
                somebody("1").labelled("3", "1").there(),
                somebody("2").labelled("1", "2").there());

        assertThat(golden.facts().labels()).containsExactly("3", "1", "2");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    # the same street: filled
                    1 Main St, -,     Rome,  -,  1 MAIN ST, 00100, ROME,  IT,  1 Main St|00100|Rome|IT
                    # nothing in common: no half of another address
                    1 Main St, -,     -,     -,  -,         -,     Paris, -,   1 Main St|null|null|null
                    # a contradiction: kept whole
                    1 Main St, -,     Rome,  -,  1 Main St, 75001, Paris, -,   1 Main St|null|Rome|null
                    # none: taken whole
                    -,         -,     -,     -,  1 Main St, -,     Paris, -,   1 Main St|null|Paris|null
                    """)
    void makesNoAddressOfTwo(
            String street,
            String postcode,
            String city,
            String country,
            String theirStreet,
            String theirPostcode,
            String theirCity,
            String theirCountry,
            String expected) {
        PostalAddress golden = rules.merged(
                        somebody("1").living(street, postcode, city, country).there(),
                        somebody("2")
                                .living(theirStreet, theirPostcode, theirCity, theirCountry)
                                .there())
                .address();

        assertThat(golden.street() + "|" + golden.postcode() + "|" + golden.city() + "|" + golden.country())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    7, Acme,  7, Acme Inc,  true
                    7, Acme,  8, Acme,      false
                    7, Acme,  -, ACME,      true
                    -, Acme,  8, acme,      true
                    7, -,     -, Acme,      false
                    """)
    void knowsAnOrganisationByItsIdElseByItsName(
            String id, String name, String theirId, String theirName, boolean same) {
        Person survivor = somebody("1").at(id, name).there();
        Person duplicate = somebody("2").at(theirId, theirName).there();

        Person golden = rules.merged(survivor, duplicate);

        assertThat(rules.lacking(golden, duplicate).isEmpty()).isEqualTo(same);
        assertThat(golden.organisation()).isEqualTo(new Organisation(id == null ? theirId : id, name));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    SUBSCRIBED,   UNSUBSCRIBED, UNSUBSCRIBED, '',                    ''
                    UNSUBSCRIBED, SUBSCRIBED,   UNSUBSCRIBED, '',                    consent: unsubscribed kept
                    SUBSCRIBED,   NO_CONSENT,   SUBSCRIBED,   '',                    consent: subscribed kept
                    NO_CONSENT,   SUBSCRIBED,   NO_CONSENT,   'consent: subscribed, which the merged record will not be',   consent: no consent kept
                    ARCHIVED,     SUBSCRIBED,   ARCHIVED,     'consent: subscribed, which the merged record will not be',   consent: archived kept
                    UNKNOWN,      SUBSCRIBED,   UNKNOWN,      'consent: subscribed, which the merged record will not be',   ''
                    SUBSCRIBED,   UNKNOWN,      SUBSCRIBED,   '',                    ''
                    """)
    void letsAStopOutlastEverythingAndSaysWhichSubscriptionIsLost(
            Consent ours, Consent theirs, Consent golden, String lost, String conflict) {
        Person duplicate = somebody("2").mail(theirs).there();

        Person merged = rules.merged(somebody("1").mail(ours).there(), duplicate);

        assertThat(merged.facts().consent()).isEqualTo(golden);
        assertThat(texts(rules.lacking(merged, duplicate))).isEqualTo(lost.isEmpty() ? List.of() : List.of(lost));
        assertThat(String.join("", rules.conflicts(merged, duplicate))).startsWith(conflict);
        assertThat(rules.conflicts(merged, duplicate).isEmpty()).isEqualTo(conflict.isEmpty());
    }

    @Test
    void addsUpWhatHangsOnOnePersonOnlyAndKnowsNothingOfTheUnknown() {
        Person survivor = somebody("1")
                .linked(LinkKind.DEALS, 2)
                .linked(LinkKind.MAILS, 5)
                .unknown(LinkKind.FILES)
                .there();
        Person duplicate = somebody("2")
                .linked(LinkKind.DEALS, 3)
                .linked(LinkKind.MAILS, 4)
                .linked(LinkKind.FILES, 1)
                .there();

        var links = rules.merged(survivor, duplicate).facts().links();

        assertThat(links.count(LinkKind.DEALS)).isEqualTo(OptionalInt.of(5));
        assertThat(links.count(LinkKind.MAILS)).isEqualTo(OptionalInt.of(5));
        assertThat(links.count(LinkKind.FILES)).isEmpty();
    }

    private static Somebody somebody(String id) {
        return Somebody.withId(id);
    }

    private static List<String> texts(List<FieldValue> values) {
        return values.stream().map(FieldValue::text).toList();
    }
}
