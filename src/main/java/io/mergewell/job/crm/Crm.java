package io.mergewell.job.crm;

import io.mergewell.crm.ApiUsage;
import io.mergewell.crm.NameSource;
import io.mergewell.crm.PersonSource;
import io.mergewell.crm.connect.CrmConnection;
import io.mergewell.crm.connect.WayOut;
import io.mergewell.person.PersonId;
import io.mergewell.store.memory.RunCounts;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.commons.codec.digest.DigestUtils;

/** A run's way to its CRM. */
public final class Crm implements AutoCloseable {

    private final PersonSource source;
    private final WayOut out;
    private final NameSource names;
    private final String place;
    private final String identity;
    private final Supplier<Optional<Map<PersonId, String>>> truth;
    private final Runnable server;
    private ApiUsage recorded = ApiUsage.NONE;

    /**
     * Both ways belong to it and are closed with it.
     *
     * @param place which system or file it is, for a reader and without secrets
     * @param identity which persons these are, as text without secrets: another identity is another mirror
     * @param truth which human being each record is of, if anybody knows
     * @param server run after the source is closed, such as the end of a server
     */
    public Crm(
            CrmConnection connection,
            String place,
            String identity,
            Supplier<Optional<Map<PersonId, String>>> truth,
            Runnable server) {
        this.source = connection.source();
        this.out = connection.out();
        this.names = connection.names();
        this.place = place;
        this.identity = identity;
        this.truth = truth;
        this.server = server;
    }

    public PersonSource source() {
        return source;
    }

    /** How what was approved gets into it. */
    public WayOut out() {
        return out;
    }

    /** What people call what its persons hold by number; what asking costs counts as the source's. */
    public NameSource names() {
        return names;
    }

    /** The way out by calls; empty where there is none. */
    public Optional<WayOut.Calls> calls() {
        return out instanceof WayOut.Calls calls ? Optional.of(calls) : Optional.empty();
    }

    /** Which system or file it is; the same whatever is read of it, and however. */
    public String place() {
        return place;
    }

    /** SHA-256 of which persons these are, as 64 hexadecimal digits. */
    public String sourceDigest() {
        return DigestUtils.sha256Hex(identity);
    }

    /** Which human being each record is of, if anybody knows. */
    public Optional<Map<PersonId, String>> truth() {
        return truth.get();
    }

    /** What was spent since {@link #usageRecorded} was called last; of an empty page. */
    public RunCounts unrecordedUsage() {
        ApiUsage now = usage();
        return new RunCounts(
                0,
                0,
                0,
                now.calls() - recorded.calls(),
                now.tokens() - recorded.tokens(),
                now.retries() - recorded.retries());
    }

    /** To be called once what {@link #unrecordedUsage} said is committed. */
    public void usageRecorded() {
        recorded = usage();
    }

    private ApiUsage usage() {
        return calls().map(calls -> calls.writer().usage())
                .map(source.usage()::plus)
                .orElseGet(source::usage);
    }

    @Override
    public void close() {
        source.close();
        calls().ifPresent(calls -> calls.writer().close());
        server.run();
    }
}
