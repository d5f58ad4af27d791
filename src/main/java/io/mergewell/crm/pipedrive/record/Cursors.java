package io.mergewell.crm.pipedrive.record;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The cursors of one read from its first page on: notices when they do not lead to an end. */
public final class Cursors {

    private final String peer;
    private final Set<String> asked = new HashSet<>();

    /**
     * Of a read that begins.
     *
     * @param peer name and host, for a sentence
     */
    public Cursors(String peer) {
        this.peer = peer;
    }

    /**
     * Checks a page.
     *
     * @param cursor with which it was asked for; null for the first
     * @param ids of all on it
     * @param next the cursor of the page behind it; null at the end
     * @throws io.mergewell.crm.CrmException.BrokenContract if reading on would never end
     */
    public void check(@Nullable String cursor, List<Long> ids, @Nullable String next) {
        if (cursor != null) {
            asked.add(cursor);
        }
        if (next != null && ids.isEmpty()) {
            throw RecordParser.broken(peer, "sent an empty page that names a next one");
        }
        if (next != null && asked.contains(next)) {
            throw RecordParser.broken(peer, "sent a cursor it had sent before, so that reading would never end");
        }
    }
}
