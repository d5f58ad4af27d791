package io.mergewell.cluster;

import static io.mergewell.cluster.People.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.match.MatchSettings;
import io.mergewell.match.corpus.Corpus;
import io.mergewell.match.corpus.CorpusBuilder;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonalEvidenceTests {

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "will.smith@acme.com, true",
        "wsmith@acme.com, true",
        "smithw77@acme.com, true",
        "sunshine77@gmail.com, true",
        "the.smiths@gmail.com, false",
        "familie.smith12@web.de, false",
        "smith@acme.com, false",
        "info@acme.com, false"
    })
    void aMailboxIsAPersonsOwnUnlessItIsTheFamilysOrARoles(String email, boolean personal) {
        assertThat(isThere(person("a", "Will", "Smith", email, ""), person("b", "Will", "Smith", email, ""), true))
                .isEqualTo(personal);
    }

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @CsvSource({
        "will.smith@acme.com, wlil.smith@acme.com, true",
        "will.smith7@acme.com, will.smiht7@acme.com, true",
        "will.smith@acme.com, will.smith2@acme.com, false",
        "will.smith@acme.com, willsmith@acme.com, false",
        "willasmith@acme.com, willbsmith@acme.com, false",
        "willsmith@acme.com, willrsmith@acme.com, false",
        "will.smith1@acme.com, will.smith2@acme.com, false",
        "will.smith@acme.com, will.smith@acme.org, false",
        "wsmith@acme.com, wlsmith@acme.com, false",
        "sunshine@acme.com, sunhsine@acme.com, false"
    })
    void aMailboxMadeOfTheWholeNameIsTheSameWithASlipOfThePen(String one, String other, boolean personal) {
        assertThat(isThere(person("a", "Will", "Smith", one, ""), person("b", "Will", "Smith", other, ""), true))
                .isEqualTo(personal);
        assertThat(isThere(person("a", "Will", "Smith", one, ""), person("b", "Walt", "Smith", other, ""), true))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "+1 312 2373319, false",
        "+49 151 14253627, true",
        "+49 30 23125000, false",
        "+49 30 23125000 ext. 12, true"
    })
    void aFixedLineIsSharedUnlessItHasAnExtension(String phone, boolean personal) {
        assertThat(isThere(person("a", "Jan", "Beck", "", phone), person("b", "Jan", "Beck", "", phone), true))
                .isEqualTo(personal);
    }

    @ParameterizedTest
    @CsvSource({"1971-03-02, true, true", "1971-03-02, false, false", "1970-01-01, true, false"})
    void aBirthDateIsOnePersonsUnderOneGivenName(String birthDate, boolean oneGivenName, boolean personal) {
        assertThat(isThere(
                        person("a", "Marko", "Ilić", "", "", birthDate),
                        person("b", "Mirko", "Ilić", "", "", birthDate),
                        oneGivenName))
                .isEqualTo(personal);
    }

    @Test
    void aMobileNumberIsTheSameWithoutItsCountryCode() {
        assertThat(isThere(
                        person("a", "Jan", "Beck", "", "+49 151 14253627"),
                        person("b", "Jan", "Beck", "", "0151 14253627"),
                        true))
                .isTrue();
    }

    @Test
    void twoExtensionsOfOneNumberAreTwoDesks() {
        Person one = person("a", "Jan", "Beck", "", "+49 30 23125000 ext. 12");
        assertThat(isThere(one, person("b", "Jan", "Beck", "", "+49 30 23125000 ext. 34"), true))
                .isFalse();
        assertThat(isThere(one, person("b", "Jan", "Beck", "", "+49 30 23125000"), true))
                .isFalse();
    }

    @Test
    void aFamilysMailboxIsItsMailboxWhereOneHasTheNamesTheOtherWayRound() {
        String mailbox = "familjen.akerholm6@outlook.com";
        Person one = person("a", "Marie", "Akerholm", mailbox, "");
        assertThat(isThere(one, person("b", "\u00c5kerholm", "Maria", mailbox, ""), true))
                .isFalse();
        assertThat(isThere(
                        person("a", "Akerholm", "Maria", mailbox, ""),
                        person("b", "Marie", "Akerholm", mailbox, ""),
                        true))
                .isFalse();
    }

    @Test
    void aFamilysMailboxIsNotPersonalForWantOfAGivenName() {
        assertThat(isThere(
                        person("a", "", "Smith", "the.smiths@gmail.com", ""),
                        person("b", "", "Smith", "the.smiths@gmail.com", ""),
                        true))
                .isFalse();
    }

    @Test
    void aMailboxIsPersonalIfOneRecordTellsTheGivenNameInIt() {
        assertThat(isThere(
                        person("a", "Bob", "Smith", "robert.smith@gmail.com", ""),
                        person("b", "Robert", "Smith", "robert.smith@gmail.com", ""),
                        true))
                .isTrue();
    }

    private static boolean isThere(Person one, Person other, boolean oneGivenName) {
        CorpusBuilder builder = new CorpusBuilder(MatchSettings.DEFAULTS);
        List.of(one, other).forEach(person -> builder.add(builder.prepare(person)));
        Corpus corpus = builder.build();
        return new PersonalEvidence(corpus)
                .isThere(corpus.find(new PersonId("a")), corpus.find(new PersonId("b")), oneGivenName);
    }
}
