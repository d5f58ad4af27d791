package io.mergewell.normalise;

/** What people add to a name in brackets or quotes (nicknames, firms, remarks), and e-mail addresses. */
final class Asides {

    private Asides() {}

    /**
     * A folded name without its asides; where nothing else is written, the aside itself.
     *
     * <p>{@code william "bill" smith} and {@code smith (acme)} lose them; an apostrophe opens a quotation only at the
     * beginning of a word and closes it only at the end of one, so that {@code o'neil} stays.
     */
    static String strip(String folded) {
        if (!mayHaveAside(folded)) {
            return folded;
        }
        StringBuilder kept = new StringBuilder(folded.length());
        int i = 0;
        while (i < folded.length()) {
            int end = endOfAside(folded, i);
            if (end > i) {
                kept.append(' ');
                i = end;
            } else {
                kept.append(folded.charAt(i++));
            }
        }
        String name = Folding.fold(kept.toString());
        if (hasLetter(name)) {
            return name;
        }
        return folded.indexOf('@') < 0 ? folded.replace('"', ' ') : "";
    }

    private static boolean mayHaveAside(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("([{<\"'|@".indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Where the aside that begins at a place ends; the place itself if none does. */
    private static int endOfAside(String text, int start) {
        return switch (text.charAt(start)) {
            case '(' -> closing(text, start, ')');
            case '[' -> closing(text, start, ']');
            case '{' -> closing(text, start, '}');
            case '<' -> closing(text, start, '>');
            case '"' -> closing(text, start, '"');
            case '|' -> text.length();
            case '\'' -> endOfQuotation(text, start);
            default -> endOfAddress(text, start);
        };
    }

    private static int closing(String text, int start, char sign) {
        int end = text.indexOf(sign, start + 1);
        return end < 0 ? text.length() : end + 1;
    }

    private static int endOfQuotation(String text, int start) {
        int end = text.indexOf('\'', start + 1);
        boolean quoted = end > start + 1
                && (start == 0 || text.charAt(start - 1) == ' ')
                && (end + 1 == text.length() || !Ascii.isLetterOrDigit(text.charAt(end + 1)));
        return quoted ? end + 1 : start;
    }

    /** An e-mail address is no name, wherever it stands. */
    private static int endOfAddress(String text, int start) {
        if (start > 0 && text.charAt(start - 1) != ' ') {
            return start;
        }
        int end = start;
        boolean address = false;
        while (end < text.length() && text.charAt(end) != ' ') {
            address |= text.charAt(end++) == '@';
        }
        return address ? end : start;
    }

    private static boolean hasLetter(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Ascii.isLetter(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
