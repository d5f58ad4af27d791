package io.mergewell.crm;

import java.time.Instant;

/** How much of a system is read. */
public sealed interface ReadScope {

    /** Every person there is: finds what was deleted. */
    record Everything() implements ReadScope {}

    /** Only what changed at or after an instant of the system's own clock. */
    record ChangedSince(Instant since) implements ReadScope {}
}
