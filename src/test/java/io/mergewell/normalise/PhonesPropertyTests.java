package io.mergewell.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class PhonesPropertyTests extends AnyTexts {

    private static final Phones AMERICAN = new Phones("US");
    private static final Phones ANYWHERE = new Phones(null);

    @Property
    void readsAnyTextAndIsDeterministic(@ForAll @From("texts") String text, @ForAll @From("phoneLike") String cell) {
        assertThat(AMERICAN.of(text)).isEqualTo(AMERICAN.of(text));
        assertThat(AMERICAN.of(cell)).isEqualTo(AMERICAN.of(cell));
    }

    @Property
    void holdsDigitsOnly(@ForAll @From("phoneLike") String cell) {
        for (PhoneForm form : AMERICAN.of(cell)) {
            assertThat(form.digits()).matches("[0-9]+").endsWith(form.national());
            assertThat(form.extension()).matches("[0-9]*");
        }
    }

    @Property
    void readsItsOwnInternationalNumberAsItIs(@ForAll @From("phoneLike") String cell) {
        for (PhoneForm form : AMERICAN.of(cell)) {
            if (form.international()) {
                assertThat(ANYWHERE.of("+" + form.digits()))
                        .containsExactly(new PhoneForm(form.digits(), form.national(), "", form.valid(), true));
            }
        }
    }

    @Provide
    Arbitrary<String> phoneLike() {
        Arbitrary<String> marks =
                Arbitraries.of(" ", "-", "/", "(", ")", ".", "+", "00", "(0)", "x", "ext. ", ",", ";", "\n");
        Arbitrary<String> digits =
                Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(6);
        return Arbitraries.frequencyOf(Tuple.of(1, marks), Tuple.of(2, digits))
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }
}
