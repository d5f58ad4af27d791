package io.mergewell.match.corpus;

import com.carrotsearch.hppc.BitSet;
import com.carrotsearch.hppc.IntArrayList;
import io.mergewell.normalise.EmailForm;

/** Distinct mailboxes with their local parts and domains. */
public final class EmailTable {

    private final TextPool mailboxes = new TextPool();
    private final TextPool locals = new TextPool();
    private final TextPool domains = new TextPool();
    private final IntArrayList local = new IntArrayList();
    private final IntArrayList domain = new IntArrayList();
    private final BitSet roles = new BitSet();

    int intern(EmailForm email) {
        int number = mailboxes.intern(email.mailbox());
        if (number == local.elementsCount) {
            int at = email.mailbox().lastIndexOf('@');
            local.add(locals.intern(email.mailbox().substring(0, Math.max(at, 0))));
            domain.add(domains.intern(email.mailbox().substring(at + 1)));
            if (email.role()) {
                roles.set(number);
            }
        }
        return number;
    }

    public int size() {
        return mailboxes.size();
    }

    public TextPool mailboxes() {
        return mailboxes;
    }

    public TextPool locals() {
        return locals;
    }

    public TextPool domains() {
        return domains;
    }

    /** The number of a mailbox's local part in {@link #locals}. */
    public int local(int mailbox) {
        return local.buffer[mailbox];
    }

    /** The number of a mailbox's domain in {@link #domains}. */
    public int domain(int mailbox) {
        return domain.buffer[mailbox];
    }

    /** Whether a mailbox belongs to a role, such as info@, rather than to a person. */
    public boolean isRole(int mailbox) {
        return roles.get(mailbox);
    }

    /** Gives each mailbox its new number, and each local part and domain its own by where it comes first in them. */
    void renumber(Renumbering numbers) {
        BitSet oldRoles = (BitSet) roles.clone();
        roles.clear();
        for (int mailbox = 0; mailbox < numbers.size(); mailbox++) {
            if (oldRoles.get(numbers.oldOf(mailbox))) {
                roles.set(mailbox);
            }
        }
        numbers.move(local);
        numbers.move(domain);
        mailboxes.renumber(numbers);
        locals.renumber(Renumbering.of(locals.size(), local));
        domains.renumber(Renumbering.of(domains.size(), domain));
    }

    /** Gives up the memory that only new mailboxes need. */
    void close() {
        mailboxes.close();
        locals.close();
        domains.close();
    }
}
