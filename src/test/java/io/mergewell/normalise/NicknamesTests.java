package io.mergewell.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NicknamesTests {

    @ParameterizedTest(name = "{0} ~ {1}")
    @CsvSource({
        "robert, bob",
        "bob, rob",
        "william, bill",
        "elizabeth, liz",
        "catherine, kate",
        "kathryn, catherine",
        "al, albert",
        "alex, alexandra",
        "jim, jimmy",
        "dan, danny",
        "johann, hans",
        "josef, sepp",
        "friederike, rike",
        "giuseppe, beppe",
        "domenico, mimmo",
        "francisco, paco",
        "jose, pepe",
        "guillaume, guigui",
        "joao, joaozinho",
        "francisco, chico",
        "wilhelmus, wim",
        "cornelis, kees",
        "malgorzata, gosia",
        "katarzyna, kasia",
        "aleksandr, sasha",
        "dmitry, dima",
        "volodymyr, vova",
        "sergey, serhii",
        "mykola, nikolay",
        "lars, lasse",
        "kristina, stina",
        "mohammed, muhammad",
        "yusuf, youssef",
        "ahmet, ahmed",
        "zhang, chang",
        "kim, gim",
        "mary, mary",
    })
    void knowsTheSameNameBothWays(String one, String other) {
        assertThat(Nicknames.same(one, other)).isTrue();
        assertThat(Nicknames.same(other, one)).isTrue();
    }

    @ParameterizedTest(name = "{0} / {1}")
    @CsvSource({
        "alan, albert", "al, bert", "alexander, alexandra", "christine, christopher", "daniel, danielle",
                "samuel, samantha",
        "john, james", "mary, anna", "robert, albert", "x, y", "smith, smyth", "jean, john",
    })
    void keepsNamesApartThatOnlyShareANickname(String one, String other) {
        assertThat(Nicknames.same(one, other)).isFalse();
        assertThat(Nicknames.same(other, one)).isFalse();
    }

    @Test
    void listsTheOthersInOrder() {
        assertThat(Nicknames.of("robert"))
                .isSorted()
                .contains("bob", "rob", "bert")
                .doesNotContain("robert");
        assertThat(Nicknames.of("nobodysname")).isEmpty();
    }

    @Test
    void isSymmetricForEveryNameOfTheTable() {
        for (String name : names()) {
            for (String other : Nicknames.of(name)) {
                assertThat(Nicknames.of(other)).as(other).contains(name);
            }
        }
    }

    @Test
    void holdsFoldedSingleTokens() {
        assertThat(names()).allMatch(Ascii::isLetters);
    }

    @Test
    void holdsWellOverTwelveHundredPairs() {
        int sides = names().stream().mapToInt(name -> Nicknames.of(name).size()).sum();

        assertThat(sides / 2).isGreaterThan(5_000);
    }

    private static TreeSet<String> names() {
        TreeSet<String> names = new TreeSet<>();
        Resources.lines("nicknames.txt").stream()
                .map(NicknameLine::parse)
                .flatMap(line -> Stream.of(line.formals(), line.nicks()))
                .forEach((List<String> words) -> names.addAll(words));
        return names;
    }
}
