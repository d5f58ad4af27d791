package io.mergewell.job.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.apply.admission.Admission;
import io.mergewell.apply.admission.AdmittedReview;
import io.mergewell.apply.admission.ValidPlans;
import io.mergewell.match.MatchSettings;
import io.mergewell.plan.ComparedValues;
import io.mergewell.review.decided.DecidedReview;
import io.mergewell.review.decided.Sheet;
import io.mergewell.review.summary.Summary;
import io.mergewell.store.Store;
import io.mergewell.store.memory.Decisions;
import io.mergewell.store.memory.Plans;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people decide one night is what they find the next. */
class EarlierDecisionsTests {

    @TempDir
    private Path folder;

    private Night night;

    @BeforeEach
    void begin() {
        night = new Night(folder);
        night.town().add(3_002, "Zora Nr" + name(2), "zora." + name(2) + "@example.com");
    }

    @Test
    void makesTheSamePlanWhereNothingWasDecided() {
        Summary first = night.run();
        night.becomesTheNext();
        assertThat(night.run().plan()).isEqualTo(first.plan());
    }

    @Test
    void hidesWhatWasRejectedUntilItsEvidenceChanges() {
        Summary first = night.run();
        String one = single(first, 0);
        decide(first, one, "REJECT");

        night.becomesTheNext();
        Summary second = night.run();
        assertThat(duplicates(second))
                .doesNotContain(one)
                .hasSize(duplicates(first).size() - 1);
        night.becomesTheNext();
        assertThat(night.run().plan()).isEqualTo(second.plan());

        night.becomesTheNext();
        renamed(one);
        assertThat(duplicates(night.run())).contains(one);
    }

    @Test
    void takesOnlyTheRejectedOutOfAGroupOfThree() {
        Summary first = night.run();
        List<String> three = duplicates(first).stream()
                .filter(id -> id.endsWith("002") || id.equals("2"))
                .toList();
        assertThat(three).hasSize(2);
        decide(first, three.get(0), "REJECT");

        night.becomesTheNext();

        assertThat(duplicates(night.run())).contains(three.get(1)).doesNotContain(three.get(0));
    }

    @Test
    void bringsBackWhatIsOnHoldAsItWasLeft() {
        Summary first = night.run();
        decide(first, single(first, 0), "hold");

        night.becomesTheNext();
        Summary second = night.run();

        Sheet sheet = Sheet.open(night.review(second));
        int row = sheet.rowOf(single(first, 0));
        assertThat(sheet.cell(row, "decision")).isEqualTo("HOLD");
        assertThat(sheet.cell(row, "reviewer")).isEqualTo("Zoë");
        assertThat(sheet.cell(row, "note")).isEqualTo("see mail");
        assertThat(sheet.cell(sheet.rowOf(single(first, 1)), "decision")).isEmpty();
        assertThat(second.plan()).isEqualTo(first.plan());
    }

    @Test
    void neverProposesWhoWereCalledTwoAgain() {
        Summary first = night.run();
        decide(first, single(first, 0), "NOT_DUPLICATE");
        night.becomesTheNext();
        renamed(single(first, 0));
        assertThat(duplicates(night.run()))
                .doesNotContain(single(first, 0))
                .hasSize(duplicates(first).size() - 1);
    }

    /** A duplicate of a group of two. */
    private String single(Summary summary, int place) {
        return duplicates(summary).stream()
                .filter(id -> !id.endsWith("002") && !id.equals("2"))
                .toList()
                .get(place);
    }

    private void renamed(String id) {
        int number = Integer.parseInt(id);
        night.town().change(number, "Zora M Nr" + name(number), night.now());
    }

    private void decide(Summary summary, String duplicate, String decision) {
        Sheet sheet = Sheet.open(night.review(summary)).decide(duplicate, decision);
        int row = sheet.rowOf(duplicate);
        sheet.set(row, "reviewer", "Zoë").set(row, "note", "see mail");
        try (Store store = Store.open(night.store(), "acme")) {
            ValidPlans plans =
                    new ValidPlans(new Plans(store, "acme"), Duration.ofDays(14), night::now, planId -> true);
            AdmittedReview review =
                    new Admission(store, plans).admit(DecidedReview.read(sheet.save(folder.resolve("decided.csv"))));
            new Decisions(store).remember(review.remembered(new ComparedValues(MatchSettings.DEFAULTS), night.now()));
        }
    }

    private List<String> duplicates(Summary summary) {
        Sheet sheet = Sheet.open(night.review(summary));
        return IntStream.rangeClosed(1, sheet.size())
                .mapToObj(row -> sheet.cell(row, "duplicate_id"))
                .toList();
    }

    private String name(int human) {
        return night.town().persons.get(human).name().display().replaceFirst(".*Nr", "");
    }
}
