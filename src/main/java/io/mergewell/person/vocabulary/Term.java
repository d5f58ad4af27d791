package io.mergewell.person.vocabulary;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One name.
 *
 * @param field of an option, the key of the field that offers it; else empty
 * @param code as the system writes it in a person's record: 1 to 200 characters
 * @param name as people wrote it, in one line: 1 to 200 characters
 */
public record Term(TermKind kind, String field, String code, String name) implements Comparable<Term> {

    private static final int LONGEST = 200;

    /** Line breaks, other control characters, and any white space: a name is one line of a table. */
    private static final Pattern BLANKS = Pattern.compile("[\\p{Cc}\\p{Z}\\s]+");

    /** A database takes not all of them, and no system has any in a code. */
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

    private static final Comparator<Term> ORDER = Comparator.comparing(Term::kind)
            .thenComparing(Term::field)
            .thenComparing(Term::code)
            .thenComparing(Term::name);

    public Term {
        if (code.isEmpty() || code.length() > LONGEST || field.length() > LONGEST) {
            throw new IllegalArgumentException("A code has 1 to " + LONGEST + " characters.");
        }
        if (name.isBlank() || name.length() > LONGEST) {
            throw new IllegalArgumentException("A name has 1 to " + LONGEST + " characters.");
        }
    }

    /**
     * A term as a system sends it. Its name is brought into one line and, where it is longer than anybody reads, cut.
     *
     * @return empty if it has no name, or a code that no record can have
     */
    public static Optional<Term> of(TermKind kind, String field, String code, @Nullable String name) {
        String line = name == null ? "" : BLANKS.matcher(name).replaceAll(" ").strip();
        boolean usable = !line.isEmpty() && !code.isBlank() && isCode(code) && isCode(field);
        return usable ? Optional.of(new Term(kind, field, code, cut(line))) : Optional.empty();
    }

    private static boolean isCode(String text) {
        return text.length() <= LONGEST && !CONTROL.matcher(text).find();
    }

    @Override
    public int compareTo(Term other) {
        return ORDER.compare(this, other);
    }

    /** Names are of persons and companies: they stay out of logs and messages. */
    @Override
    public String toString() {
        return "Term[" + kind + " " + code + "]";
    }

    private static String cut(String line) {
        if (line.length() <= LONGEST) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
        return line.substring(0, end) + "…";
    }
}
