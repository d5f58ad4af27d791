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

    private static final Pattern NOT_DIGITS = Pattern.compile("[^0-9]+");

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
     * so those are no slip.
     */
    private boolean isMisspelt(int one, int other, int record) {
        String local = local(one);
        String otherLocal = local(other);
        return corpus.mailboxes().domain(one) == corpus.mailboxes().domain(other)
                && digits(local).equals(digits(otherLocal))
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
                && letters.contains(given)
                && letters.contains(family);
    }

    private static String digits(String local) {
        return NOT_DIGITS.matcher(local).replaceAll("");
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
                (one, other) ->
                        corpus.numbers().national(one) == corpus.numbers().national(other)
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
        String number = corpus.numbers().numbers().text(phone);
        int extension = number.indexOf('x');
        return extension >= 0 || lines.isPersonal(number);
    }

    /**
     * A mailbox with the family name but nothing of the given name, as in {@code the.smiths}, is the family's; one record
     * whose given name it has is enough to make it personal, since the other may know a nickname.
     */
    private boolean isPersonal(int mailbox, int a, int b) {
        return !corpus.mailboxes().isRole(mailbox) && !(isOfFamily(mailbox, a) && isOfFamily(mailbox, b));
    }

    private boolean isOfFamily(int mailbox, int record) {
        String letters = Umlauts.letters(local(mailbox));
        String family = name(corpus.family(), record);
        int at = family.length() < SHORTEST ? -1 : letters.indexOf(family);
        if (at < 0) {
            return false;
        }
        String rest = letters.substring(0, at) + letters.substring(at + family.length());
        String given = name(corpus.given(), record);
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
