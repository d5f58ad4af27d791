package io.mergewell.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EmailsPropertyTests extends AnyTexts {

    @Property
    void readsAnyTextAndIsDeterministic(@ForAll @From("texts") String cell) {
        assertThat(Emails.of(cell)).isEqualTo(Emails.of(cell));
    }

    @Property
    void readsItsOwnAddressAsItIs(@ForAll @From("addressLike") String cell) {
        for (EmailForm form : Emails.of(cell)) {
            if (form.valid()) {
                assertThat(Emails.of(form.address())).containsExactly(form);
                assertThat(Emails.of(form.mailbox()).get(0).mailbox()).isEqualTo(form.mailbox());
            }
        }
    }

    @Property
    void doesNotDependOnCaseOrSurroundingSpace(@ForAll @From("addressLike") String cell) {
        assertThat(Emails.of("  " + cell.toUpperCase(Locale.ROOT) + "\n")).isEqualTo(Emails.of(cell));
    }

    @Provide
    Arbitrary<String> addressLike() {
        Arbitrary<String> local =
                Arbitraries.strings().withChars("abcXYZ019.+-_'!").ofMaxLength(12);
        Arbitrary<String> domain = Arbitraries.strings().withChars("abZ01.-").ofMaxLength(12);
        Arbitrary<String> top =
                Arbitraries.of(".com", ".De", "", ".", ".c", ".museum", "@googlemail.com", "@Gmail.com");
        return Combinators.combine(local, domain, top)
                .as((name, at, end) -> name + (end.contains("@") ? end : "@" + at + end));
    }
}
