package io.mergewell.crm.connect;

import io.mergewell.crm.NameSource;
import io.mergewell.crm.PersonLookup;
import io.mergewell.crm.PersonSource;
import io.mergewell.crm.write.PersonWriter;

/**
 * A system that was opened. Both ways share nothing but the system.
 *
 * @param source the way in
 * @param out the way out
 * @param names closed with the way in
 */
public record CrmConnection(PersonSource source, WayOut out, NameSource names) {

    /** A system that tells no names but those that its records hold. */
    public CrmConnection(PersonSource source, WayOut out) {
        this(source, out, NameSource.NONE);
    }

    /** A system that is read and written by calls. */
    public static CrmConnection of(PersonLookup lookup, PersonWriter writer) {
        return of(lookup, writer, NameSource.NONE);
    }

    /** A system that is read and written by calls, and tells names. */
    public static CrmConnection of(PersonLookup lookup, PersonWriter writer, NameSource names) {
        return new CrmConnection(lookup, new WayOut.Calls(lookup, writer), names);
    }
}
