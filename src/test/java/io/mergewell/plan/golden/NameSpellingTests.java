package io.mergewell.plan.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.normalise.Names;
import io.mergewell.person.PersonName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameSpellingTests {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
                    # kept,               goes,                 held
                    Sarah Bown,           Sarah Brown,          false
                    Sarah Brown,          Sarah Bown,           false
                    Sarah Brown,          "BROWN, sarah",       true
                    Zoë Müller,           Zoe Muller,           true
                    Ann Smith-Jones,      Ann Smith Jones,      true
                    Anne-Marie Duc,       Annemarie Duc,        true
                    Sean O'Neil,          Sean ONeil,           true
                    Sarah Brown,          S. Brown,             true
                    Sarah Jane Brown,     Sarah Brown,          true
                    Sarah Brown,          Brown,                true
                    Sarah Brown,          Dr. Sarah Brown,      true
                    William Smith,        Bill Smith,           true
                    S. Brown,             Sarah Brown,          false
                    Sarah Brown,          Sarah Jane Brown,     false
                    Sarah Brown,          Sarah Jones,          false
                    """)
    void aNameHoldsAnotherThatIsNotSpeltDifferently(String kept, String goes, boolean held) {
        assertThat(NameSpelling.holds(
                        Names.of(new PersonName(kept, null, null)), Names.of(new PersonName(goes, null, null))))
                .isEqualTo(held);
    }
}
