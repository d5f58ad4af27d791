package io.mergewell.plan.golden;

import io.mergewell.normalise.Phones;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the e-mail and phone cells of a group hold. What cannot be read is compared as it is written, so that nothing
 * unreadable is ever dropped for being like something else.
 *
 * <p>Remembers what it read, for as long as one group is planned.
 */
final class ContactCells {

    private final PhoneCell phoneCell;
    private final Map<String, List<Contact>> emails = new HashMap<>();
    private final Map<String, List<Contact>> phones = new HashMap<>();

    /** @param phones reads numbers with the job's region */
    ContactCells(Phones phones) {
        this.phoneCell = new PhoneCell(phones);
    }

    List<Contact> emails(String cell) {
        return emails.computeIfAbsent(cell, EmailCell::contacts);
    }

    List<Contact> phones(String cell) {
        return phones.computeIfAbsent(cell, phoneCell::contacts);
    }
}
