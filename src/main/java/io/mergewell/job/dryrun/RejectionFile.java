package io.mergewell.job.dryrun;

import io.mergewell.review.files.Artefact;
import io.mergewell.review.files.AtomicFile;
import io.mergewell.review.words.Counted;
import io.mergewell.store.memory.Rejection;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** {@code rejected.csv}: records that could not be read as a person, so that none is dropped silently. */
public final class RejectionFile {

    /** The file's name. */
    public static final String NAME = "rejected.csv";

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader("where", "reason").get();

    private RejectionFile() {}

    /** Writes the file if there is anything to write. */
    static Optional<Artefact> write(Path folder, List<Rejection> rejections) {
        if (rejections.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(AtomicFile.write(folder.resolve(NAME), out -> {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            CSVPrinter csv = new CSVPrinter(text, FORMAT);
            for (Rejection rejection : rejections) {
                csv.printRecord(rejection.where(), rejection.reason());
            }
            csv.flush();
        }));
    }

    /** The sentence for the summary; none if nothing was rejected. */
    static List<String> note(long rejected, int listed) {
        if (rejected == 0) {
            return List.of();
        }
        String records = Counted.of(
                rejected,
                "record could not be read as a person and takes no part",
                "records could not be read as a person and take no part");
        String all = rejected == 1 ? "it is" : "all are";
        String which = rejected > listed ? "the first " + listed + " are" : all;
        return List.of(records + "; " + which + " listed in " + NAME + ".");
    }
}
