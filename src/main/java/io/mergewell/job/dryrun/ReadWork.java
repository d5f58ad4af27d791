package io.mergewell.job.dryrun;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.PersonPage;
import io.mergewell.crm.ReadScope;
import io.mergewell.crm.connect.WayOut;
import io.mergewell.job.Amount;
import io.mergewell.job.batch.Work;
import io.mergewell.job.crm.SameSource;
import io.mergewell.job.run.RunContext;
import io.mergewell.review.words.Counted;
import io.mergewell.store.FailPoint;
import io.mergewell.store.memory.Inputs;
import io.mergewell.store.memory.RunCounts;
import io.mergewell.store.memory.Runs;
import io.mergewell.store.mirror.Completion;
import io.mergewell.store.mirror.MirrorState;
import io.mergewell.store.mirror.Reading;
import io.mergewell.store.mirror.Readings;
import org.jspecify.annotations.Nullable;

/** Reads one page at a time: its persons, the place of the next one and the counters are one commit. */
final class ReadWork implements Work {

    /** A place that is lost so often is no accident. */
    private static final int MOST_RESTARTS = 3;

    private final RunContext run;
    private final Readings readings;
    private final Runs runs;
    private @Nullable Reading reading;
    private @Nullable Long expected;

    ReadWork(RunContext run) {
        this.run = run;
        this.readings = new Readings(run.store());
        this.runs = new Runs(run.store());
    }

    @Override
    public Progress doSome() {
        run.stop().check();
        Reading current = reading;
        if (current != null) {
            return nextPage(current);
        }
        run.announcer().stepStarted("read");
        Readings.Progress before = run.store()
                .readApart(() -> readings.progress(run.runId(), run.crm().sourceDigest()));
        if (before.whole()) {
            // Killed between the last page and Batch's note that the step has ended.
            return Progress.DONE;
        }
        expected = run.store()
                .readApart(readings::state)
                .map(MirrorState::persons)
                .filter(persons -> persons > 0)
                .orElse(null);
        reading = before.reading().orElseGet(this::begun);
        if (run.crm().source().rereadsFreely()) {
            run.store().commitSoon();
        }
        return Progress.MORE;
    }

    /** The run may have read before: its read was doubted, given up, or of another source. */
    private Reading begun() {
        runs.forgetRejections(run.runId());
        return readings.begin(
                run.runId(),
                run.crm().sourceDigest(),
                run.crm().source().readsChanges(),
                run.file().sweepEvery(),
                run.clock().instant());
    }

    private Progress nextPage(Reading current) {
        PersonPage page;
        try {
            page = run.crm().source().page(scope(current), current.cursor());
        } catch (CrmException.CursorExpired e) {
            return beginAnew(current, e);
        }
        FailPoint.hit("before-page-commit");
        if (current.pages() == 0) {
            new SameSource(run.store(), run.file()).remember(run.crm());
        }
        CheckedPage checked = CheckedPage.of(page);
        RunCounts counts = checked.counts(run.crm().unrecordedUsage());
        runs.count(run.runId(), counts);
        runs.reject(run.runId(), checked.rejections());
        String next = page.next();
        if (next == null) {
            return complete(current, checked);
        }
        Reading advanced = readings.advance(current, checked.persons(), checked.gone(), next);
        requireProgress(current, advanced, checked);
        run.store().afterCommit(() -> committed(advanced));
        return Progress.MORE;
    }

    private Progress complete(Reading current, CheckedPage lastPage) {
        run.store().commitAtOnce();
        Completion completion = readings.complete(current, lastPage.persons(), lastPage.gone());
        if (completion instanceof Completion.TooFew tooFew) {
            throw DoubtfulRead.ofListed(tooFew);
        }
        Completion.Whole whole = (Completion.Whole) completion;
        if (run.crm().out() instanceof WayOut.Copy copy) {
            new Inputs(run.store()).read(copy.rewriter().digest());
        }
        run.store().afterCommit(() -> {
            run.crm().usageRecorded();
            run.announcer().advanced(Counted.of(whole.persons(), "person") + " in the mirror");
            FailPoint.hit("after-last-page-commit");
        });
        return Progress.DONE;
    }

    private void committed(Reading advanced) {
        reading = advanced;
        run.crm().usageRecorded();
        String what = advanced.full() ? "person" : "changed person";
        run.announcer().advanced(Counted.of(advanced.persons(), what) + " read");
        run.announcer().counted(new Amount(advanced.persons(), advanced.full() ? expected : null, what + "s"));
        FailPoint.hit("after-page-commit");
    }

    private Progress beginAnew(Reading lost, CrmException.CursorExpired cause) {
        if (lost.restarts() >= MOST_RESTARTS) {
            throw cause;
        }
        runs.forgetRejections(run.runId());
        Reading anew = readings.beginAnew(lost, run.clock().instant());
        run.store().afterCommit(() -> {
            reading = anew;
            run.announcer().advanced("the CRM no longer knows how far this read was; it begins anew");
        });
        return Progress.MORE;
    }

    private static void requireProgress(Reading before, Reading after, CheckedPage page) {
        if (before.full() && !page.persons().isEmpty() && after.persons() == before.persons()) {
            throw new CrmException.BrokenContract("The CRM listed a whole page of persons a second time. Nothing was"
                    + " planned, since the mirror may be incomplete; what was read is kept. Run again later.");
        }
    }

    private static ReadScope scope(Reading current) {
        return current.since() == null ? new ReadScope.Everything() : new ReadScope.ChangedSince(current.since());
    }
}
