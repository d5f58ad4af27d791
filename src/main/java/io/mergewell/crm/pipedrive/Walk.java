package io.mergewell.crm.pipedrive;

import static io.mergewell.crm.pipedrive.RecordParser.broken;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One read from its first page on: notices when the pages do not lead to an end. */
final class Walk {

    private final String peer;
    private final Set<String> cursors = new HashSet<>();
    private long highestId;

    Walk(String peer) {
        this.peer = peer;
    }

    /** Checks a page that was asked for with that cursor. */
    void check(@Nullable String cursor, Listing.Page page) {
        if (cursor != null) {
            cursors.add(cursor);
        }
        checkOrder(page.ids());
        boolean ends = page.next() == null;
        if (page.ids().isEmpty()) {
            if (!ends) {
                throw broken(peer, "sent an empty page that names a next one");
            }
            return;
        }
        if (cursors.contains(page.next())) {
            throw broken(peer, "sent a cursor it had sent before, so that reading would never end");
        }
        long last = page.ids().get(page.ids().size() - 1);
        if (last < highestId || (last == highestId && !ends)) {
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
