package io.mergewell.crm;

import io.mergewell.crm.pipedrive.PipedriveWriter;
import java.time.Duration;

/** The systems that can be written to. What is opened here sends nothing before it is asked to. */
public final class PersonWriters {

    private PersonWriters() {}

    /**
     * Persons of a Pipedrive company: merges through API v1, which alone has them, all else through v2.
     *
     * @param timeout for one whole request, from connecting to the answer's last byte; Pipedrive's own gateway gives up
     *     after 100 seconds, so that less leaves more replies unknown
     */
    public static PersonWriter pipedrive(Endpoint endpoint, Duration timeout, Waiter waiter) {
        return new PipedriveWriter(endpoint, timeout, waiter);
    }
}
