package io.mergewell.review.privacy;

import io.mergewell.review.page.PageCopy;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What becomes of a file of reports when somebody is erased from it. */
public sealed interface ErasedFile {

    /** It holds nothing of them, or nothing any more. */
    record Unchanged() implements ErasedFile {}

    /** It has to be written again. */
    record Changed(byte[] content) implements ErasedFile {}

    /** Whether it holds something of them cannot be said: it is not, or not whole, as a run writes it. */
    record Unreadable() implements ErasedFile {}

    /** Learns from a table which groups are concerned; what is none teaches nothing. */
    static void learnFromTable(byte[] content, Forgotten forgotten) {
        CsvReport.of(content).ifPresent(table -> table.forEach(forgotten::learn));
    }

    /** Learns from a page which groups are concerned. */
    static void learnFromPage(byte[] content, Forgotten forgotten) {
        try {
            page(content)
                    .ifPresent(page -> page.with(group -> {
                        forgotten.learn(group);
                        return group;
                    }));
        } catch (IllegalArgumentException unreadable) {
            // Said when it is to be written again.
        }
    }

    /** A {@code review.csv}, {@code groups.csv} or {@code receipts.csv}, as written or as a spreadsheet saved it. */
    static ErasedFile table(byte[] content, Forgotten forgotten) {
        Optional<CsvReport> table = CsvReport.of(content);
        if (table.isEmpty()) {
            return new Unreadable();
        }
        byte[] erased = table.get().with(forgotten::without);
        return table.get().isDamaged() ? new Unreadable() : of(content, erased);
    }

    /** A {@code review.html}. */
    static ErasedFile page(byte[] content, Forgotten forgotten) {
        try {
            return page(content)
                    .map(page -> of(content, page.with(forgotten::without).getBytes(StandardCharsets.UTF_8)))
                    .orElseGet(Unreadable::new);
        } catch (IllegalArgumentException unreadable) {
            return new Unreadable();
        }
    }

    /** A {@code snapshots.jsonl}: of a line stays whose record it held, and when. */
    static ErasedFile snapshots(byte[] content, Forgotten forgotten) {
        return ErasedSnapshots.of(content, forgotten)
                .map(erased -> of(content, erased))
                .orElseGet(Unreadable::new);
    }

    private static Optional<PageCopy> page(byte[] content) {
        return PageCopy.of(new String(content, StandardCharsets.UTF_8));
    }

    private static ErasedFile of(byte[] before, byte[] after) {
        return Arrays.equals(before, after) ? new Unchanged() : new Changed(after);
    }
}
