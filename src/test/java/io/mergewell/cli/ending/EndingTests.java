package io.mergewell.cli.ending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mergewell.apply.restore.RestoreException;
import io.mergewell.cli.Typed;
import io.mergewell.crm.CrmException;
import io.mergewell.job.JobException;
import io.mergewell.job.RunExit;
import io.mergewell.review.decided.DecidedReview;
import io.mergewell.review.decided.RefusedReviewException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndingTests {

    private static final List<String> TYPED = List.of("dry-run", "jobs/a job.yml");
    private static final String AGAIN = "./run.sh dry-run 'jobs/a job.yml'";

    @TempDir
    private Path folder;

    @Test
    void passesOnTheSentenceOfAFailureThatIsExpected() throws IOException {
        Ending ending = of(new CrmException.Temporary("The host does not answer."));

        assertThat(ending).isEqualTo(new Ending(RunExit.TEMPORARY, "The host does not answer.", AGAIN));
        assertThat(crashes()).isEmpty();
    }

    @Test
    void namesAnotherCommandWhereTheSameOneCannotEndOtherwise() {
        assertThat(of(RefusedReviewException.ofThePast(folder, "It is too old."))
                        .next())
                .isEqualTo(AGAIN);
        assertThat(apply(RefusedReviewException.ofThePast(folder, "It is too old.")))
                .isEqualTo("./run.sh dry-run a.yml");
        assertThat(apply(new RefusedReviewException(folder, List.of()))).isEqualTo("./run.sh apply a.yml review.csv");
        assertThat(apply(catchThrowableOfType(
                        RefusedReviewException.class, () -> DecidedReview.read(folder.resolve("nope.csv")))))
                .isEqualTo("./run.sh status a.yml");
        assertThat(apply(new RestoreException("There is no such run."))).isEqualTo("./run.sh status a.yml");
        assertThat(apply(new JobException.Unsuited("Nothing is applied there.", "./run.sh dry-run b.yml")))
                .isEqualTo("./run.sh dry-run b.yml");
    }

    private String apply(RuntimeException failure) {
        return Ending.of(failure, List.of("apply", "a.yml", "review.csv"), new CrashFile(folder, Typed.NOW))
                .next();
    }

    @Test
    void keepsWhereABugIs() throws IOException {
        Ending ending = of(new IllegalStateException("will.smith@acme.com"));

        assertThat(ending.code()).isEqualTo(RunExit.BUG);
        assertThat(ending.sentence())
                .contains(folder.resolve("crash-20261121T030000Z.txt").toString());
        assertThat(ending.toString()).doesNotContain("will.smith");
        assertThat(crashes()).hasSize(1);
    }

    @Test
    void takesAnErrorOfTheVirtualMachineForABugToo() throws IOException {
        assertThat(of(new StackOverflowError()).code()).isEqualTo(RunExit.BUG);
        assertThat(crashes()).hasSize(1);
    }

    @Test
    void saysHowToGiveMoreMemory() throws IOException {
        Ending ending = of(new IllegalStateException(new OutOfMemoryError()));

        assertThat(ending.code()).isEqualTo(RunExit.BUG);
        assertThat(ending.sentence()).startsWith("The memory did not suffice").contains("MERGEWELL_JAVA_OPTS=-Xmx4g");
        assertThat(crashes()).isEmpty();
    }

    private Ending of(Throwable failure) {
        return Ending.of(failure, TYPED, new CrashFile(folder, Typed.NOW));
    }

    private List<Path> crashes() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
