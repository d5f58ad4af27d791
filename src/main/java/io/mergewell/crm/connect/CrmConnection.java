package io.mergewell.crm.connect;

import io.mergewell.crm.PersonLookup;
import io.mergewell.crm.PersonSource;
import io.mergewell.crm.write.PersonWriter;

/**
 * A system that was opened. Both ways share nothing but the system.
 *
 * @param source the way in
 * @param out the way out
 */
public record CrmConnection(PersonSource source, WayOut out) {

    /** A system that is read and written by calls. */
    public static CrmConnection of(PersonLookup lookup, PersonWriter writer) {
        return new CrmConnection(lookup, new WayOut.Calls(lookup, writer));
    }
}
