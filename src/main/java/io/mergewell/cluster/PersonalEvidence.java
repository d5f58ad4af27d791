package io.mergewell.cluster;

import io.mergewell.match.FieldKind;
import io.mergewell.match.corpus.Column;
import io.mergewell.match.corpus.Corpus;
import io.mergewell.match.corpus.Field;
import io.mergewell.match.corpus.PackedDate;
import io.mergewell.normalise.PhoneLines;
import io.mergewell.normalise.Slips;
import io.mergewell.normalise.Umlauts;
import java.util.regex.Pattern;

/**
 * Whether two records agree on something that one human being has alone: a mailbox that is not the family's, a number
 * that is surely mobile, a unique id, or a birth date under one given name. What households and workplaces share is
 * never enough, however much of it agrees: father and son, twins and colleagues agree on it as well.
 */
final class PersonalEvidence {

    /** The shortest part of a name that is looked for within a mailbox. */
    private static final int SHORTEST = 3;

    private static final Pattern LETTERS = Pattern.compile("\\p{L}");

    private final Corpus corpus;
    private final PhoneLines lines = new PhoneLines();

    PersonalEvidence(Corpus corpus) {
        this.corpus = corpus;
    }

    /** @param oneGivenName whether the two given names are one */
    boolean isThere(int a, int b, boolean oneGivenName) {
        return shareMailbox(a, b)
                || shareLine(a, b)
                || corpus.fields().stream().anyMatch(field -> agrees(field, a, b, oneGivenName));
    }

    private boolean shareMailbox(int a, int b) {
        boolean oneName = isOneName(a, b);
        return anyPair(
                corpus.emails(),
                a,
                b,
                (one, other) -> one == other ? isPersonal(one, a, b) : oneName && isMisspelt(one, other, a));
    }

    /**
     * Whether two mailboxes are one with a slip of the pen in the whole name it is made of. Digits tell namesakes apart,
     * so those are no slip; nor is a letter more, which may be an initial, or another sign.
     */
    private boolean isMisspelt(int one, int other, int record) {
        String local = local(one);
        String otherLocal = local(other);
        return corpus.mailboxes().domain(one) == corpus.mailboxes().domain(other)
                && local.length() == otherLocal.length()
                && noLetters(local).equals(noLetters(otherLocal))
                && Slips.isOne(local, otherLocal)
                && (isMadeOfName(local, record) || isMadeOfName(otherLocal, record));
    }

    private boolean isOneName(int a, int b) {
        return isSame(corpus.given(), a, b) && isSame(corpus.family(), a, b);
    }

    private static boolean isSame(Column column, int a, int b) {
        return column.first(a) >= 0 && column.first(a) == column.first(b);
    }

    private boolean isMadeOfName(String local, int record) {
        String letters = Umlauts.letters(local);
        String given = name(corpus.given(), record);
        String family = name(corpus.family(), record);
        return Math.min(given.length(), family.length()) >= SHORTEST
                && (letters.equals(given + family) || letters.equals(family + given));
    }

    private static String noLetters(String local) {
        return LETTERS.matcher(local).replaceAll("");
    }

    private String local(int mailbox) {
        return corpus.mailboxes().locals().text(corpus.mailboxes().local(mailbox));
    }

    /** A number without a country code is nobody's until one that has it shows what kind of line it is. */
    private boolean shareLine(int a, int b) {
        return anyPair(
                corpus.phones(),
                a,
                b,
                (one, other) -> one == other
                        ? isPersonalLine(one)
                        : corpus.numbers().national(one) == corpus.numbers().national(other)
                                && !hasExtension(one)
                                && !hasExtension(other)
                                && (isPersonalLine(one) || isPersonalLine(other)));
    }

    private interface Pair {
        boolean test(int one, int other);
    }

    private static boolean anyPair(Column column, int a, int b, Pair pair) {
        for (int i = 0; i < column.count(a); i++) {
            for (int j = 0; j < column.count(b); j++) {
                if (pair.test(column.value(a, i), column.value(b, j))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean agrees(Field field, int a, int b, boolean oneGivenName) {
        int value = field.column().first(a);
        if (value < 0 || value != field.column().first(b)) {
            return false;
        }
        if (field instanceof Field.Day day) {
            return day.name().equals("birth date") && oneGivenName && !PackedDate.isPlaceholder(value);
        }
        return field instanceof Field.Code code && code.kind() == FieldKind.UNIQUE;
    }

    private boolean isPersonalLine(int phone) {
        return hasExtension(phone)
                || lines.isPersonal(corpus.numbers().numbers().text(phone));
    }

    /** Two extensions of one number are two desks. */
    private boolean hasExtension(int phone) {
        return corpus.numbers().numbers().text(phone).indexOf('x') >= 0;
    }

    /**
     * A mailbox with the family name but nothing of the given name, as in {@code the.smiths}, is the family's; one record
     * whose given name it has is enough to make it personal, since the other may know a nickname.
     */
    private boolean isPersonal(int mailbox, int a, int b) {
        if (corpus.mailboxes().isRole(mailbox)) {
            return false;
        }
        String givenA = name(corpus.given(), a);
        String familyA = name(corpus.family(), a);
        String givenB = name(corpus.given(), b);
        String familyB = name(corpus.family(), b);
        boolean ofBoth = isOfFamily(mailbox, givenA, familyA) && isOfFamily(mailbox, givenB, familyB);
        // Where one record has the names the other way round, either of them may be right.
        boolean ofSwapped =
                givenA.equals(familyB) && isOfFamily(mailbox, familyA, givenA) && isOfFamily(mailbox, givenB, familyB);
        boolean ofOtherSwapped =
                givenB.equals(familyA) && isOfFamily(mailbox, familyB, givenB) && isOfFamily(mailbox, givenA, familyA);
        return !ofBoth && !ofSwapped && !ofOtherSwapped;
    }

    private boolean isOfFamily(int mailbox, String given, String family) {
        String letters = Umlauts.letters(local(mailbox));
        int at = family.length() < SHORTEST ? -1 : letters.indexOf(family);
        if (at < 0) {
            return false;
        }
        String rest = letters.substring(0, at) + letters.substring(at + family.length());
        boolean isInitial = rest.length() == 1 && given.startsWith(rest);
        return !isInitial && commonPrefix(rest, given) < SHORTEST;
    }

    private static int commonPrefix(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }

    private String name(Column column, int record) {
        int list = column.first(record);
        return list < 0 ? "" : Umlauts.letters(corpus.names().joined().text(list));
    }
}
