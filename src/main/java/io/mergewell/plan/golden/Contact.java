package io.mergewell.plan.golden;

import java.util.Collection;
import java.util.List;

/**
 * One e-mail or phone number of a cell, which may hold several.
 *
 * @param value what a record that lacks it is given: as somebody wrote it, free of what stood around it
 * @param keys whoever holds all of these holds it
 * @param remark whether it is words beside an address, which can be lost but not be written to another's e-mails
 */
record Contact(String value, List<ContactKey> keys, boolean remark) {

    Contact {
        keys = List.copyOf(keys);
    }

    /** A cell, or what is left of one, that is kept and compared as it is written. */
    static Contact asWritten(String text) {
        return new Contact(text, List.of(ContactKey.of(Spelling.key(text))), false);
    }

    /** What a cell holds besides its addresses. */
    static Contact remark(String cell) {
        return new Contact(cell, List.of(ContactKey.of(Spelling.key(cell))), true);
    }

    boolean isHeldBy(Collection<ContactKey> held) {
        return keys.stream().allMatch(key -> held.stream().anyMatch(key::isSame));
    }
}
