package io.mergewell.apply.admission;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mergewell.plan.Plan;
import io.mergewell.review.ReviewFiles;
import io.mergewell.review.decided.DecidedReview;
import io.mergewell.review.decided.RefusedReviewException;
import io.mergewell.review.decided.Sheet;
import io.mergewell.store.Engine;
import io.mergewell.store.Store;
import io.mergewell.store.memory.HandedIn;
import io.mergewell.store.memory.Plans;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A reviewer's desk: reports of frozen plans, and the door they are handed in at. */
final class Desk implements AutoCloseable {

    static final Instant NIGHT = Instant.parse("2026-11-20T23:00:00Z");

    private final Path folder;
    private final Store store;
    private Instant now = NIGHT.plusSeconds(3600);

    Desk(Path folder) {
        this.folder = folder;
        this.store = Store.open(Engine.H2.fresh(folder), "acme");
    }

    Store store() {
        return store;
    }

    Sheet report(PlanOf plan) {
        return report(plan.frozen(), NIGHT);
    }

    Sheet report(Plan plan, Instant frozenAt) {
        new Plans(store, plan.job()).freeze("run", plan, frozenAt);
        ReviewFiles.write(folder.resolve("report"), plan, List.of());
        return Sheet.open(folder.resolve("report/review.csv"));
    }

    void wait(Duration time) {
        now = now.plus(time);
    }

    AdmittedReview handIn(Sheet sheet) {
        return new Admission(store, validPlans()).admit(DecidedReview.read(sheet.save(folder.resolve("decided.csv"))));
    }

    /** All that is wrong with a file that is refused for what it holds. */
    RefusedReviewException refusal(Sheet sheet) {
        Path file = sheet.save(folder.resolve("decided.csv"));
        return validPlans().inFull(catchThrowableOfType(RefusedReviewException.class, () -> DecidedReview.read(file)));
    }

    AdmittedReview lookAgainAt(AdmittedReview review) {
        return new Admission(store, validPlans()).again(review);
    }

    Inbox.Taken takeInbox() {
        return new Inbox(inbox(), validPlans(), new HandedIn(store)).take();
    }

    Path inbox() {
        return folder.resolve("inbox");
    }

    private ValidPlans validPlans() {
        return new ValidPlans(new Plans(store, "acme"), Duration.ofDays(14), () -> now, planId -> true);
    }

    @Override
    public void close() {
        store.close();
    }
}
