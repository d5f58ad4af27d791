package io.mergewell.crm.connect;

import io.mergewell.crm.settings.ChosenOptions;
import io.mergewell.crm.settings.CsvColumns;
import io.mergewell.crm.settings.Endpoint;
import io.mergewell.crm.settings.Secret;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Which system a job works with, as its job file says. */
public sealed interface CrmSettings {

    /** Any {@code crm.type} that answers over HTTP. */
    record Online(CrmSystem system, Where where, ChosenOptions options, Duration timeout) implements CrmSettings {}

    /** {@code type: csv}: a list of persons in a file. */
    record Csv(Path file, CsvColumns columns) implements CrmSettings {}

    /** Where a system is to be found. */
    sealed interface Where {

        /** At an address of its own. */
        record At(Endpoint endpoint) implements Where {}

        /**
         * {@code base-url: sandbox}: the embedded server, started or found by the job.
         *
         * @param token null for the sandbox's own; any other is refused there, as the vendor would
         */
        record InSandbox(@Nullable Secret token) implements Where {}
    }
}
