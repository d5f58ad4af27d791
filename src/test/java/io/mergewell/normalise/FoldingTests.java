package io.mergewell.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTests {

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "  MÜLLER,  Jörg  | muller, jorg",
                "Straße Größe | strasse grosse",
                "Ærøskøbing Łódź Đorđe Þór İzmir ısı | aeroskobing lodz dorde thor izmir isi",
                "ﬁnance Ｆｕｌｌ № | finance full no",
                "e\u0301te\u0301 | ete",
                "O’Neil “Bill” „Max“ «Jo» | o'neil \"bill\" \"max\" \"jo\"",
                "Jean–Pierre—Luc | jean-pierre-luc",
                "Acme™ Foo® ©Bar | acme foo bar",
                "zero\u200Bwidth\uFEFF soft\u00ADhyphen | zerowidth softhyphen",
                "tab\tand\u00A0no-break | tab and no-break",
                "a\u0000b\u0007c | abc",
                "Anna\uD83C\uDF89Bell | anna bell",
            })
    void writesEveryTextInLowerCaseAscii(String text, String folded) {
        assertThat(Folding.fold(text)).isEqualTo(folded);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "Сергей Щербаков, sergey shcherbakov",
        "Юрий Жуков, yury zhukov",
        "Дмитрий Хрущёв, dmitry khrushchev",
        "Мария Ильинична, maria ilinichna",
        "Юлія Григоренко, yulia hryhorenko",
        "Володимир Зеленський, volodimir zelensky",
        "Ђорђе Јовић, djordje jovic",
        "Δημήτρης Παπαδόπουλος, dimitris papadopoulos",
        "王建国, wang jian guo",
        "たなか, tanaka",
        "김민수, gimminsu",
        "محمد, mhmd",
        "דוד, dwd",
        "Նազարյան, nazaryan",
        "გიორგი, giorgi",
    })
    void writesEveryScriptInLatinLetters(String text, String folded) {
        assertThat(Folding.fold(text)).isEqualTo(folded);
    }

    @Test
    void keepsNamesInAScriptNobodyRomanisesApartAndEqualToThemselves() {
        assertThat(Folding.fold("ប៉ុល"))
                .isNotEmpty()
                .isEqualTo(Folding.fold("ប៉ុល"))
                .isNotEqualTo(Folding.fold("ពត"));
    }

    @Test
    void returnsAFoldedTextItself() {
        String folded = new String("jane o'neil-smith 3");

        assertThat(Folding.fold(folded)).isSameAs(folded);
    }

    @Test
    void readsOnWhereIcuGivesUp() {
        assertThat(Folding.fold("Anna \uD800\u0000\uDC00 Berg"))
                .startsWith("anna ")
                .endsWith(" berg");
    }

    @Test
    void survivesUnpairedSurrogates() {
        assertThat(Folding.fold("a\uD800b\uDC00")).isEqualTo("a b");
    }

    @Test
    void leavesNothingOfBlankTexts() {
        assertThat(Folding.fold("")).isEmpty();
        assertThat(Folding.fold(" \t\u00A0\u200B ")).isEmpty();
    }
}
