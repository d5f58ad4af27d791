package io.mergewell.crm;

import org.jspecify.annotations.Nullable;

/** The way in: persons of one system, page by page. Not safe for use by several threads. */
public interface PersonSource extends AutoCloseable {

    /** Whether {@link ReadScope.ChangedSince} is understood; if not, every read is of everything. */
    boolean readsChanges();

    /** Whether a page can be read once more at no cost: nothing is asked over a network, and nobody counts calls. */
    default boolean rereadsFreely() {
        return false;
    }

    /**
     * One page, checked.
     *
     * @param cursor the {@code next} of the page before, possibly of an earlier process; null for the first page
     * @throws CrmException if the page cannot be had or is not what the system promises; {@link
     *     CrmException.CursorExpired} if only the cursor is to blame
     */
    PersonPage page(ReadScope scope, @Nullable String cursor);

    /** What has been spent since this source was opened. */
    ApiUsage usage();

    @Override
    void close();
}
