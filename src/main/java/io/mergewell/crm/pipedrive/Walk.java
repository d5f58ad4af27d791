package io.mergewell.crm.pipedrive;

import static io.mergewell.crm.pipedrive.record.RecordParser.broken;

import io.mergewell.crm.pipedrive.record.Cursors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One read from its first page on: notices when the pages do not lead to an end. */
final class Walk {

    private final String peer;
    private final Cursors cursors;
    private long highestId;

    Walk(String peer) {
        this.peer = peer;
        this.cursors = new Cursors(peer);
    }

    /** Checks a page that was asked for with that cursor. */
    void check(@Nullable String cursor, Listing.Page page) {
        checkOrder(page.ids());
        cursors.check(cursor, page.ids(), page.next());
        if (page.ids().isEmpty()) {
            return;
        }
        long last = page.ids().get(page.ids().size() - 1);
        if (last < highestId || (last == highestId && page.next() != null)) {
            throw broken(peer, "sent a page that leads back behind the one before it");
        }
        highestId = last;
    }

    private void checkOrder(List<Long> ids) {
        for (int i = 1; i < ids.size(); i++) {
            long before = ids.get(i - 1);
            long id = ids.get(i);
            if (id == before) {
                throw broken(peer, "sent person " + id + " twice on one page");
            }
            if (id < before) {
                throw broken(peer, "sent person " + id + " after person " + before + " though sorted by id was asked");
            }
        }
    }
}
