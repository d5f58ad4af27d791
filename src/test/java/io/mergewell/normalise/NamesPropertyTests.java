package io.mergewell.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.person.PersonName;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;

class NamesPropertyTests extends AnyTexts {

    @Property
    void readsAnyTextAndIsDeterministic(
            @ForAll @From("texts") String full,
            @ForAll @From("texts") String first,
            @ForAll @From("texts") String last) {
        for (PersonName name : List.of(
                new PersonName(full, null, null),
                new PersonName(full, first, last),
                new PersonName(null, first, null),
                new PersonName(null, null, last))) {
            assertThat(Names.of(name)).isEqualTo(Names.of(name));
        }
    }

    @Property
    void leavesWordsOfLettersAndDigits(@ForAll @From("texts") String first, @ForAll @From("texts") String last) {
        NameForm form = Names.of(new PersonName(null, first, last));

        assertThat(form.given()).allMatch(word -> word.matches("[a-z0-9]+"));
        assertThat(form.family()).allMatch(word -> word.matches("[a-z0-9]+"));
    }

    @Property
    void doesNotDependOnCaseOrSpace(@ForAll @From("asciiPhrases") String full) {
        NameForm form = Names.of(new PersonName(full, null, null));

        assertThat(Names.of(new PersonName(full.toUpperCase(Locale.ROOT), null, null)))
                .isEqualTo(form);
        assertThat(Names.of(new PersonName("  " + full.replace(" ", "   "), null, null)))
                .isEqualTo(form);
    }

    @Property
    void holdsNothingUnlessItIsAPersonOrACompany(@ForAll @From("texts") String full) {
        NameForm form = Names.of(new PersonName(full, null, null));

        boolean named = form.kind() == NameKind.PERSON || form.kind() == NameKind.COMPANY;
        assertThat(named).isEqualTo(!form.given().isEmpty() || !form.family().isEmpty());
    }

    @Property
    void readsItsOwnPlainNamesAsTheyAre(
            @ForAll @From("plainNames") String given, @ForAll @From("plainNames") String family) {
        NameForm form = Names.of(new PersonName(null, given, family));

        PersonName display = new PersonName(null, String.join(" ", form.given()), String.join(" ", form.family()));
        assertThat(Names.of(display)).isEqualTo(form);
    }
}
