package io.mergewell.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;

class FoldingPropertyTests extends AnyTexts {

    @Property
    void isIdempotent(@ForAll @From("texts") String text) {
        String folded = Folding.fold(text);

        assertThat(Folding.fold(folded)).isEqualTo(folded);
    }

    @Property
    void leavesPrintableAsciiWithoutCapitalsOrDoubledSpace(@ForAll @From("texts") String text) {
        assertThat(Folding.fold(text)).matches("|[!-@\\[-~]+( [!-@\\[-~]+)*");
    }

    @Property
    void doesNotDependOnCaseOrSurroundingSpace(@ForAll @From("asciiTexts") String text) {
        String folded = Folding.fold(text);

        assertThat(Folding.fold("\t " + text.toUpperCase(Locale.ROOT) + "  ")).isEqualTo(folded);
        assertThat(Folding.fold(text.toLowerCase(Locale.ROOT))).isEqualTo(folded);
    }

    @Property
    void readsAccentedLatinLettersAsIcuDoes(@ForAll @From("latinTexts") String text) {
        assertThat(Romanisation.romanise(text)).isEqualTo(Romanisation.EVERY_SCRIPT.apply(text));
    }

    @Property(tries = 20)
    void givesManyThreadsTheSameResult(@ForAll @From("texts") String text) {
        String folded = Folding.fold(text);

        List<String> parallel = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> Folding.fold(text))
                .toList();

        assertThat(parallel).containsOnly(folded);
    }
}
