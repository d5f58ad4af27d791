package io.mergewell.normalise;

import java.util.List;

/** Companies and departments in the field of a person's name. */
final class CompanyNames {

    private static final WordList FORMS = WordList.of("company-forms.txt");
    private static final WordList OPENINGS = WordList.of("company-openings.txt");
    private static final WordList ENDINGS = WordList.of("company-endings.txt");
    private static final WordList WORDS = WordList.of("company-words.txt");
    private static final WordList DEPARTMENTS = WordList.of("department-words.txt");
    private static final WordList PARTNERS = WordList.of("company-partners.txt");

    private CompanyNames() {}

    /** Whether a dotted word is a legal form, such as {@code s.r.l.}. */
    static boolean isForm(String word) {
        return FORMS.contains(word) || ENDINGS.contains(word);
    }

    /** Whether these words name no person. */
    static boolean isCompany(List<String> words) {
        return hasForm(words) || hasPartners(words) || hasCompanyWord(words) || isDepartment(words);
    }

    private static boolean hasForm(List<String> words) {
        for (int i = Math.min(1, words.size() - 1); i < words.size(); i++) {
            if (FORMS.contains(words.get(i))) {
                return true;
            }
        }
        int last = words.size() - 1;
        return last > 0
                && (OPENINGS.contains(words.get(0)) || (ENDINGS.contains(words.get(last)) && !isInitials(words, last)));
    }

    /** {@code smith s.a.} and {@code john smith, s.e.} end in initials, {@code banco azul s.a.} in a legal form. */
    private static boolean isInitials(List<String> words, int at) {
        String word = words.get(at);
        boolean two = word.indexOf('.') > 0 && NameWords.bare(word).length() == 2 && NameWords.isInitials(word);
        return two && (at < 2 || words.get(at - 1).equals(NameWords.COMMA));
    }

    private static boolean hasPartners(List<String> words) {
        for (int i = 1; i + 1 < words.size(); i++) {
            if (isAnd(words.get(i)) && PARTNERS.contains(words.get(i + 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAnd(String word) {
        return word.equals(NameWords.AND) || word.equals("and") || word.equals("und") || word.equals("et");
    }

    private static boolean hasCompanyWord(List<String> words) {
        for (String word : words) {
            if (WORDS.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDepartment(List<String> words) {
        for (String word : words) {
            if (!DEPARTMENTS.contains(word)) {
                return false;
            }
        }
        return !words.isEmpty();
    }
}
