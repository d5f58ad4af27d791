package io.mergewell.crm.wethod;

import io.mergewell.crm.CrmException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How far a read has come, with all that is needed to go on in another process.
 *
 * <p>Wethod pages by offset and documents no order, so that a person may slip from a page not yet read to one that was,
 * or the other way round. The list is therefore read in passes until two in a row name the same persons, each once. A
 * list that fits on one page is one answer of one moment, and needs no second.
 *
 * @param pass counts from 1
 * @param offset of the next page
 * @param doubled whether this pass has shown a person twice, so that another may be missing from it
 * @param before whom the last pass showed; nobody if that pass is not to be relied on
 * @param seen whom this pass has shown so far
 * @param told whom any pass has shown and the reader was told of
 */
record Place(int pass, int offset, boolean doubled, Ids before, Ids seen, Ids told) {

    private static final String SEPARATOR = ";";
    private static final int PARTS = 6;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    static final Place START = new Place(1, 0, false, Ids.none(), Ids.none(), Ids.none());

    /** @throws CrmException.CursorExpired if it is no cursor of this reader */
    static Place of(String cursor) {
        String[] parts = cursor.split(SEPARATOR, -1);
        if (parts.length != PARTS
                || !NUMBER.matcher(parts[0]).matches()
                || !NUMBER.matcher(parts[1]).matches()) {
            throw unknown();
        }
        try {
            return new Place(
                    Integer.parseInt(parts[0]),
                    Integer.parseInt(parts[1]),
                    Boolean.parseBoolean(parts[2]),
                    Ids.parse(parts[3]),
                    Ids.parse(parts[4]),
                    Ids.parse(parts[5]));
        } catch (IllegalArgumentException notOurs) {
            throw unknown();
        }
    }

    String cursor() {
        return String.join(
                SEPARATOR,
                String.valueOf(pass),
                String.valueOf(offset),
                String.valueOf(doubled),
                before.toString(),
                seen.toString(),
                told.toString());
    }

    /** Behind a page that showed these persons. */
    Place behind(List<Long> page) {
        boolean again = page.stream().anyMatch(seen::has);
        return new Place(pass, offset + page.size(), doubled || again, before, seen.with(page), told.with(page));
    }

    /** At the end of a pass: whether what it showed is the whole list. */
    boolean whole(int pageSize) {
        boolean onePage = offset < pageSize;
        return !doubled && (onePage || (pass > 1 && seen.equals(before)));
    }

    /** The beginning of the next pass. */
    Place nextPass() {
        return new Place(pass + 1, 0, false, doubled ? Ids.none() : seen, Ids.none(), told);
    }

    private static CrmException.CursorExpired unknown() {
        return new CrmException.CursorExpired("The place where this read of Wethod had come to was written by another"
                + " version. It begins anew; nothing that was decided is lost.");
    }
}
