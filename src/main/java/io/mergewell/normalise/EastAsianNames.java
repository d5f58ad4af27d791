package io.mergewell.normalise;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names in Chinese characters or Hangul: the family name stands first, mostly without a space, and a given name of
 * several syllables is one name ({@code 王建国} is Jianguo Wang).
 */
final class EastAsianNames {

    private static final char FIRST_IDEOGRAPH = 0x3400;
    private static final char LAST_IDEOGRAPH = 0x9fff;
    private static final char FIRST_SYLLABLE = 0xac00;
    private static final char LAST_SYLLABLE = 0xd7a3;
    private static final int LONGEST = 12;

    /** Stands between the given and the family name of a foreigner, in that order. */
    private static final char FOREIGN_DOT = '·';

    /** Family names of two characters; of four characters in all, as most Japanese names are, two are taken anyway. */
    private static final Set<String> DOUBLE = Set.of(
            "欧阳", "歐陽", "司马", "司馬", "诸葛", "諸葛", "上官", "夏侯", "皇甫", "尉迟", "公孙", "公孫", "慕容", "남궁", "황보", "제갈", "선우", "독고");

    private static final List<String> TITLES = List.of("先生", "女士", "小姐", "博士", "様", "님", "씨");

    private EastAsianNames() {}

    /** Whether a text is written in these scripts alone. */
    static boolean isOne(String text) {
        if (text.isEmpty() || text.charAt(0) < FIRST_IDEOGRAPH || text.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter =
                    (c >= FIRST_IDEOGRAPH && c <= LAST_IDEOGRAPH) || (c >= FIRST_SYLLABLE && c <= LAST_SYLLABLE);
            if (!letter && !isSpace(c) && c != FOREIGN_DOT) {
                return false;
            }
        }
        return true;
    }

    /** A part of a name as one word: {@code 建国} is {@code jianguo}. */
    static String word(String part) {
        return Ascii.without(' ', Folding.fold(withoutTitle(part)));
    }

    /** A name in one field; null if it is a single character, or a title alone. */
    static @Nullable NameForm full(String text) {
        String name = withoutTitle(text.strip());
        int dot = name.indexOf(FOREIGN_DOT);
        if (dot > 0 && dot < name.length() - 1) {
            return form(name.substring(0, dot), name.substring(dot + 1));
        }
        int space = firstSpace(name);
        int split = space > 0 ? space : familyLength(name);
        if (name.length() < 2 || split >= name.length()) {
            return null;
        }
        return form(name.substring(split), name.substring(0, split));
    }

    private static NameForm form(String given, String family) {
        return new NameForm(List.of(word(given)), List.of(word(family)), Generation.NONE, NameKind.PERSON);
    }

    private static int familyLength(String name) {
        return name.length() == 4 || (name.length() > 2 && DOUBLE.contains(name.substring(0, 2))) ? 2 : 1;
    }

    private static String withoutTitle(String text) {
        for (String title : TITLES) {
            if (text.length() > title.length() && text.endsWith(title)) {
                return text.substring(0, text.length() - title.length()).strip();
            }
        }
        return text;
    }

    private static int firstSpace(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isSpace(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\u3000';
    }
}
