package io.mergewell.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;

class AddressPropertyTests extends AnyTexts {

    @Property
    void readsAnyTextAndIsDeterministic(@ForAll @From("texts") String text) {
        assertThat(Streets.tokens(text)).isEqualTo(Streets.tokens(text));
        assertThat(Postcodes.of(text)).isEqualTo(Postcodes.of(text));
        assertThat(Organisations.of(text)).isEqualTo(Organisations.of(text));
    }

    @Property
    void isIdempotent(@ForAll @From("texts") String text) {
        assertThat(Postcodes.of(Postcodes.of(text))).isEqualTo(Postcodes.of(text));
        assertThat(Organisations.of(Organisations.of(text))).isEqualTo(Organisations.of(text));
    }

    @Property
    void doesNotDependOnCaseOrSpace(@ForAll @From("asciiTexts") String text) {
        String other = "  " + text.toUpperCase(Locale.ROOT).replace(" ", "   ");

        assertThat(Streets.tokens(other)).isEqualTo(Streets.tokens(text));
        assertThat(Postcodes.of(other)).isEqualTo(Postcodes.of(text));
        assertThat(Organisations.of(other)).isEqualTo(Organisations.of(text));
    }
}
