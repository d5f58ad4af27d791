package io.mergewell.apply.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergewell.plan.Plan;
import io.mergewell.review.decided.RefusedReviewException;
import io.mergewell.review.decided.Sheet;
import io.mergewell.store.memory.HandedIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxTests {

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void isEmptyWhereThereIsNoFolder() {
        assertThat(desk.takeInbox().reviews()).isEmpty();
    }

    @Test
    void takesTheOldestPlanFirstThenTheFileSavedFirst() throws IOException {
        Plan old = new PlanOf().group("1", "2").frozen();
        Plan young = new PlanOf().group("1", "3").frozen();
        Sheet newer = desk.report(young, Desk.NIGHT.plusSeconds(60)).decide("3", "HOLD");
        Sheet older = desk.report(old, Desk.NIGHT).decide("2", "APPROVE");
        save(newer, "a.csv", 1);
        save(older, "b.csv", 30);
        save(older.decide("2", "reject"), "c.csv", 20);
        save(older.decide("2", "hold"), "d.csv", 20);
        save(desk.report(old, Desk.NIGHT), "untouched.csv", 1);
        Files.writeString(desk.inbox().resolve(".~lock.a.csv#"), "locked");

        Inbox.Taken taken = desk.takeInbox();

        assertThat(taken.reviews())
                .extracting(review -> review.file().getFileName().toString())
                .containsExactly("c.csv", "d.csv", "b.csv", "a.csv");
        assertThat(taken.sentences())
                .hasSize(5)
                .startsWith(desk.inbox().resolve("c.csv") + " was taken.")
                .endsWith(desk.inbox().resolve("untouched.csv") + " was left out: nothing is decided in it.");
    }

    @Test
    void neverFollowsALinkOutOfIt() throws IOException {
        Path outside =
                desk.report(new PlanOf().group("1", "2")).decide("2", "APPROVE").save(folder.resolve("x.csv"));
        Files.createDirectories(desk.inbox().resolve("folder"));
        Files.createSymbolicLink(desk.inbox().resolve("link.csv"), outside);

        Inbox.Taken taken = desk.takeInbox();

        assertThat(taken.reviews()).isEmpty();
        assertThat(taken.sentences()).singleElement().asString().contains("it is a symbolic link");
    }

    @Test
    void takesNothingIfOneOfThemIsNotAsItMustBe() throws IOException {
        save(desk.report(new PlanOf().group("1", "2")).decide("2", "APPROVE"), "good.csv", 1);
        Files.writeString(desk.inbox().resolve("bad.csv"), "row_key,decision\nr1,APPROVE\n");
        Files.writeString(desk.inbox().resolve("bad.xlsx"), "PK\u0003\u0004");
        assertThatThrownBy(desk::takeInbox)
                .isInstanceOf(RefusedReviewException.class)
                .hasMessageContaining("bad.csv was refused")
                .hasMessageContaining("bad.xlsx was refused");
    }

    /** Nobody has to tidy up: what was handed in once stays there. */
    @Test
    void leavesOutWhatIsTooOldAndSaysSoUnlessItWasHandedInBefore() throws IOException {
        save(desk.report(new PlanOf().group("1", "2")).decide("2", "APPROVE"), "a.csv", 1);
        String sha256 = desk.takeInbox().reviews().get(0).sha256();
        desk.wait(Duration.ofDays(15));

        assertThat(desk.takeInbox().sentences()).singleElement().asString().contains("too old to be applied");
        new HandedIn(desk.store()).add(sha256, "p1", Desk.NIGHT);

        assertThat(desk.takeInbox().sentences()).isEmpty();
        assertThat(new HandedIn(desk.store()).isReviewed("p1")).isTrue();
        assertThat(new HandedIn(desk.store()).isReviewed("p2")).isFalse();
    }

    private void save(Sheet sheet, String name, int second) throws IOException {
        Path file = sheet.save(desk.inbox().resolve(name));
        Files.setLastModifiedTime(file, FileTime.from(Desk.NIGHT.plusSeconds(second)));
    }
}
