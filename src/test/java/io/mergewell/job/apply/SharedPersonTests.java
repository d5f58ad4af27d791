package io.mergewell.job.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.apply.faults.Approved;
import io.mergewell.apply.faults.CallKind;
import io.mergewell.apply.faults.Deed;
import io.mergewell.apply.faults.Fault;
import io.mergewell.apply.faults.Invariants;
import io.mergewell.apply.faults.Line;
import io.mergewell.job.RunExit;
import io.mergewell.review.summary.Summary;
import io.mergewell.store.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Two reports, both approved in part, are about the same person. */
class SharedPersonTests {

    /** Merged into 18 by the first report; nobody else is of their group then. */
    private static final long DUPLICATE = 50;

    private static final long SURVIVOR = 18;

    @TempDir
    private Path folder;

    /**
     * The second report, made before the first was applied, has found one more of them: to be merged if it brings
     * something, else to be deleted.
     */
    @ParameterizedTest
    @ValueSource(strings = {"[{\"value\":\"+44 161 496 0731\"}]", "[]"})
    void doesWhatBothReportsProposeForTheOneSurvivor(String phones) throws IOException {
        try (Rehearsal rehearsal = new Rehearsal(Engine.H2, folder, Set.of(DUPLICATE))) {
            long another = oneMoreOf(rehearsal, SURVIVOR, phones);
            boolean isMerged = phones.length() > 2;
            leaveOpen(rehearsal);
            approve(rehearsal, rehearsal.dryRun(), another);

            assertThat(rehearsal.apply()).isEqualTo(RunExit.DONE);

            assertThat(Aftermath.of(rehearsal).outcomes()).isEqualTo(Map.of(DUPLICATE, "APPLIED", another, "APPLIED"));
            Invariants.check(
                    rehearsal.before(),
                    rehearsal.crm().snapshot(),
                    rehearsal.crm().history(),
                    new Approved(
                            isMerged ? Map.of(DUPLICATE, SURVIVOR, another, SURVIVOR) : Map.of(DUPLICATE, SURVIVOR),
                            isMerged ? Set.of() : Set.of(another),
                            rehearsal.approved().lost()));
        }
    }

    /** Both reports propose the same, and the second one was approved, too. */
    @Test
    void mergesOnceWhatBothReportsPropose() throws IOException {
        try (Rehearsal rehearsal = new Rehearsal(Engine.H2, folder, Set.of(DUPLICATE))) {
            oneMoreOf(rehearsal, SURVIVOR, "[]");
            leaveOpen(rehearsal);
            approve(rehearsal, rehearsal.dryRun(), DUPLICATE);

            assertThat(rehearsal.apply()).isEqualTo(RunExit.DONE);

            assertThat(rehearsal.crm().history().deeds(CallKind.MERGE))
                    .extracting(Deed::person)
                    .containsExactly(DUPLICATE);
        }
    }

    /** The job's first merge has a round of its own: what its group deletes must not be passed over by then. */
    @Test
    void deletesInTheSameRunWhatStandsBeforeAMergeOfItsGroup() throws IOException {
        try (Rehearsal rehearsal = new Rehearsal(Engine.H2, folder, Set.of())) {
            long deleted = oneMoreOf(rehearsal, SURVIVOR, "[]");
            long merged = oneMoreOf(rehearsal, SURVIVOR, "[{\"value\":\"+44 161 496 0731\"}]");
            approve(rehearsal, rehearsal.dryRun(), deleted, merged);

            assertThat(rehearsal.apply()).isEqualTo(RunExit.DONE);

            assertThat(deleted).isLessThan(merged);
            assertThat(Aftermath.of(rehearsal).outcomes()).isEqualTo(Map.of(deleted, "APPLIED", merged, "APPLIED"));
            assertThat(rehearsal.crm().history().deeds(CallKind.DELETE))
                    .extracting(Deed::person)
                    .containsExactly(deleted);
        }
    }

    /** The first review is taken in, and the CRM lets nobody do anything of it. */
    private static void leaveOpen(Rehearsal rehearsal) throws IOException {
        rehearsal.crm().on(CallKind.READ, 1, Fault.insteadOf(Line.UNAUTHORISED));
        assertThat(rehearsal.apply()).isEqualTo(RunExit.REFUSED);
    }

    /** Somebody enters a person once more, with the same name and e-mails. */
    private static long oneMoreOf(Rehearsal rehearsal, long person, String phones) {
        JsonNode original = rehearsal.before().persons().get(person);
        Set<Long> known = rehearsal.crm().snapshot().persons().keySet();
        rehearsal
                .crm()
                .others()
                .create("{\"name\":%s,\"emails\":%s,\"phones\":%s}"
                        .formatted(original.path("name"), original.path("emails"), phones));
        Set<Long> now = new TreeSet<>(rehearsal.crm().snapshot().persons().keySet());
        now.removeAll(known);
        return now.iterator().next();
    }

    /** Hands in the new report with some rows approved, as the review of the next run. */
    private static void approve(Rehearsal rehearsal, Summary report, long... duplicates) throws IOException {
        Path review = rehearsal
                .folder()
                .resolve("reports/acme")
                .resolve(report.runId())
                .resolve("review.csv");
        String text = Files.readString(review);
        for (long duplicate : duplicates) {
            String row = "(?m)^(r[0-9a-z]+),[^,]*,((?:MERGE|DELETE),[^,]*,[^,]*,%d,%d,)".formatted(SURVIVOR, duplicate);
            assertThat(Pattern.compile(row).matcher(text).results().count()).isOne();
            text = text.replaceAll(row, "$1,APPROVE,$2");
        }
        Files.writeString(rehearsal.folder().resolve(Rehearsal.REVIEW), text);
    }
}
