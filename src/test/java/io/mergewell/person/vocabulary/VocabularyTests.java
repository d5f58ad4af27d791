package io.mergewell.person.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.person.Organisation;
import io.mergewell.person.Person;
import io.mergewell.plan.Somebody;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyTests {

    private static final String SOURCE = "e27b94c06a5f1d83b70e4c9f8a21d65307fb3e9a";
    private static final String OTHER_SOURCE = "e27b94c16a5f1d83b70e4c9f8a21d65307fb3e9a";
    private static final String BIRTH = "5c1f0a9e7b3d4826a1e05f7c92d846b3e0a7f154";

    private final Vocabulary vocabulary = Vocabulary.of(List.of(
            new Term(TermKind.FIELD, "", SOURCE, "Source"),
            new Term(TermKind.OPTION, SOURCE, "1", "Web form"),
            new Term(TermKind.OPTION, SOURCE, "2", "Trade fair"),
            new Term(TermKind.OPTION, SOURCE, "3", "Import"),
            new Term(TermKind.OPTION, SOURCE, "4", "import"),
            new Term(TermKind.FIELD, "", BIRTH, "Birth date"),
            new Term(TermKind.LABEL, "", "3", "Customer"),
            new Term(TermKind.OWNER, "", "5", "Ada Berg"),
            new Term(TermKind.ORGANISATION, "", "12", "Analytical Ltd")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2             | Trade fair
            [1,2]         | Web form, Trade fair
            ["1","2"]     | Web form, Trade fair
            9             | 9
            [2,9]         | Trade fair, 9
            3             | Import (3)
            4             | import (4)
            He said [1,2] | He said [1,2]
            []            | ''
            """)
    void namesTheOptionsThatAFieldOffers(String value, String named) {
        assertThat(vocabulary.value(SOURCE, value)).isEqualTo(named);
    }

    @Test
    void leavesValuesOfOtherFieldsAsTheyAre() {
        assertThat(vocabulary.value(BIRTH, "2")).isEqualTo("2");
        assertThat(vocabulary.value("unheard of", "[1,2]")).isEqualTo("[1,2]");
    }

    @Test
    void tellsTwoFieldsOfOneNameApartByAsMuchOfTheirKeysAsItTakes() {
        Vocabulary two = Vocabulary.of(List.of(
                new Term(TermKind.FIELD, "", SOURCE, "Source"),
                new Term(TermKind.FIELD, "", OTHER_SOURCE, "SOURCE"),
                new Term(TermKind.FIELD, "", BIRTH, "Origin")));

        assertThat(two.field(SOURCE)).hasValue("Source (e27b94c0)");
        assertThat(two.field(OTHER_SOURCE)).hasValue("SOURCE (e27b94c1)");
        assertThat(two.field(BIRTH)).hasValue("Origin");
    }

    @Test
    void tellsFieldsWithNearlyTheSameKeyApart() {
        String near = SOURCE.substring(0, 39) + "0";
        Vocabulary two = Vocabulary.of(
                List.of(new Term(TermKind.FIELD, "", SOURCE, "Source"), new Term(TermKind.FIELD, "", near, "Source")));

        assertThat(two.field(near)).hasValue("Source (" + near + ")");
    }

    @Test
    void tellsAFieldThatIsCalledLikeOneOfTheReportFromIt() {
        assertThat(vocabulary.field(BIRTH)).hasValue("Birth date (5c1f0a9e)");
    }

    @ParameterizedTest
    @CsvSource({
        "the same custom.e27b94c06a5f1d83b70e4c9f8a21d65307fb3e9a, the same Source",
        "month and day of custom.5c1f0a9e7b3d4826a1e05f7c92d846b3e0a7f154., month and day of Birth date (5c1f0a9e).",
        "custom.vat, custom.vat",
        "e-mail, e-mail"
    })
    void namesFieldsThatATextMentions(String text, String named) {
        assertThat(vocabulary.mentioned(text)).isEqualTo(named);
    }

    @Test
    void namesEachOfSeveralFields() {
        assertThat(vocabulary.mentioned(List.of("custom." + SOURCE, "emails")))
                .isEqualTo(new TreeSet<>(List.of("Source", "emails")));
    }

    @Test
    void takesDollarsAndBackslashesOfANameAsTheyAre() {
        Vocabulary odd = Vocabulary.of(List.of(new Term(TermKind.FIELD, "", SOURCE, "Cost $1 \\ $")));

        assertThat(odd.mentioned("custom." + SOURCE)).isEqualTo("Cost $1 \\ $");
    }

    @Test
    void keepsTheIdsOfOwnersAndOrganisations() {
        assertThat(vocabulary.owner("5")).isEqualTo("Ada Berg (5)");
        assertThat(vocabulary.organisation(new Organisation("12", null)).display())
                .isEqualTo("Analytical Ltd (12)");
        assertThat(vocabulary.owner("6")).isEqualTo("6");
        assertThat(vocabulary.organisation(new Organisation("13", null)).display())
                .isEqualTo("no. 13");
    }

    @Test
    void leavesTheNameThatARecordHolds() {
        Organisation named = new Organisation("12", "Analytical Engines");
        assertThat(vocabulary.organisation(named)).isSameAs(named);
    }

    @Test
    void showsAPersonByNames() {
        Person named = vocabulary.named(Somebody.withId("1")
                .named("Ada")
                .at("12", null)
                .ownedBy("5")
                .labelled("3", "9")
                .with(SOURCE, "2")
                .with("vat", "7")
                .there());

        assertThat(named.custom()).isEqualTo(Map.of("Source", "Trade fair", "vat", "7"));
        assertThat(named.facts().ownerId()).isEqualTo("Ada Berg (5)");
        assertThat(named.facts().labels()).containsExactly("Customer", "9");
        assertThat(named.organisation()).isEqualTo(new Organisation("12", "Analytical Ltd"));
    }

    @Test
    void losesNoFieldToANameThatIsAnothersKey() {
        Vocabulary confusing = Vocabulary.of(List.of(new Term(TermKind.FIELD, "", "vat", "tax")));

        Person named = confusing.named(
                Somebody.withId("1").with("vat", "7").with("tax", "8").there());

        assertThat(named.custom()).isEqualTo(Map.of("vat", "7", "tax", "8"));
    }

    @Test
    void knowingNothingChangesNothing() {
        Person person = Somebody.withId("1").ownedBy("5").with(SOURCE, "2").there();

        assertThat(Vocabulary.of(List.of()).isEmpty()).isTrue();
        assertThat(Vocabulary.NONE.named(person)).isSameAs(person);
    }
}
