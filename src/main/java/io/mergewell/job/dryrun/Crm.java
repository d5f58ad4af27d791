package io.mergewell.job.dryrun;

import io.mergewell.crm.ApiUsage;
import io.mergewell.crm.PersonSource;
import io.mergewell.person.PersonId;
import io.mergewell.store.memory.RunCounts;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.commons.codec.digest.DigestUtils;

/** A run's way to its CRM. */
final class Crm implements AutoCloseable {

    private final PersonSource source;
    private final String place;
    private final String identity;
    private final Supplier<Optional<Map<PersonId, String>>> truth;
    private final Runnable server;
    private ApiUsage recorded = ApiUsage.NONE;

    /**
     * @param place which system or file it is, for a reader and without secrets
     * @param identity which persons these are, as text without secrets: another identity is another mirror
     * @param truth which human being each record is of, if anybody knows
     * @param server run after the source is closed, such as the end of a server
     */
    Crm(
            PersonSource source,
            String place,
            String identity,
            Supplier<Optional<Map<PersonId, String>>> truth,
            Runnable server) {
        this.source = source;
        this.place = place;
        this.identity = identity;
        this.truth = truth;
        this.server = server;
    }

    PersonSource source() {
        return source;
    }

    /** Which system or file it is; the same whatever is read of it, and however. */
    String place() {
        return place;
    }

    /** SHA-256 of which persons these are, as 64 hexadecimal digits. */
    String sourceDigest() {
        return DigestUtils.sha256Hex(identity);
    }

    Optional<Map<PersonId, String>> truth() {
        return truth.get();
    }

    /** What was spent since {@link #usageRecorded} was called last; of an empty page. */
    RunCounts unrecordedUsage() {
        ApiUsage now = source.usage();
        return new RunCounts(
                0,
                0,
                0,
                now.calls() - recorded.calls(),
                now.tokens() - recorded.tokens(),
                now.retries() - recorded.retries());
    }

    /** To be called once what {@link #unrecordedUsage} said is committed. */
    void usageRecorded() {
        recorded = source.usage();
    }

    @Override
    public void close() {
        source.close();
        server.run();
    }
}
