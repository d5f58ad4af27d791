package io.mergewell.normalise;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;

/** Texts such as people, programs and accidents produce. */
abstract class AnyTexts {

    private static final String[] WORDS = {
        "John",
        "Smith",
        "o'neil",
        "Jean-Pierre",
        "van",
        "der",
        "Dr.",
        "PhD",
        "Jr.",
        "III",
        "neto",
        "&",
        "GmbH",
        "S.r.l.",
        "J.P.",
        "M.A.",
        "n/a",
        "test",
        "-",
        "(Acme)",
        "\"Bill\"",
        "'Al'",
        ",",
        ", ",
        "/",
        "|",
        "@",
        "a@b.co",
        "née",
        "geb.",
        "Müller",
        "Щербаков",
        "王",
        "김민수",
        "\uD83D\uDE00",
        "\uD800",
        "\u200B",
        "12",
        "0049",
        "+1",
        "ext.",
        "x5",
        "2nd"
    };

    /** Any characters, unpaired surrogates among them, and any mixture of telling words. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(Arbitraries.strings().all().ofMaxLength(40), asciiTexts(), latinTexts(), phrases());
    }

    @Provide
    Arbitrary<String> asciiTexts() {
        return Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(40);
    }

    @Provide
    Arbitrary<String> latinTexts() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withCharRange('\u00a0', '\u024f')
                .withCharRange('\u1e00', '\u1eff')
                .withCharRange('\u2000', '\u206f')
                .ofMaxLength(40);
    }

    @Provide
    Arbitrary<String> phrases() {
        Arbitrary<String> joint = Arbitraries.of(" ", " ", " ", "", ",", ", ", ".", "  ");
        return Combinators.combine(Arbitraries.of(WORDS), joint)
                .as((word, space) -> word + space)
                .list()
                .ofMaxSize(7)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> asciiPhrases() {
        return phrases().filter(text -> text.chars().allMatch(c -> c < 0x80));
    }

    /** Names as they are, from short given names to double-barrelled ones with accents. */
    @Provide
    Arbitrary<String> plainNames() {
        return Arbitraries.of(
                        "John", "Mary", "Jörg", "Zoë", "O'Neil", "García", "Smith", "Müller", "Nuñez", "Łukasz",
                        "Путин", "Ng")
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .uniqueElements()
                .map(parts -> String.join("-", parts));
    }
}
