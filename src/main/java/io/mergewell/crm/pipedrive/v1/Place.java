package io.mergewell.crm.pipedrive.v1;

import io.mergewell.crm.CrmException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How far a read of {@link OffsetList} has come.
 *
 * @param start the row from which the next page is asked for, 0 or more
 * @param lastId the highest id seen; 0 for none
 */
record Place(long start, long lastId) {

    static final Place BEGINNING = new Place(0, 0);

    private static final Pattern FORM = Pattern.compile("(\\d{1,18}) after (\\d{1,18})");

    /** @param cursor of {@link #cursor}; null for the beginning */
    static Place of(@Nullable String cursor) {
        if (cursor == null) {
            return BEGINNING;
        }
        Matcher parts = FORM.matcher(cursor);
        if (!parts.matches()) {
            throw new CrmException.CursorExpired(
                    "Where this read had come to was written by another reader. It begins anew; nothing that was decided"
                            + " is lost.");
        }
        return new Place(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)));
    }

    /** The place as text. */
    String cursor() {
        return start + " after " + lastId;
    }
}
