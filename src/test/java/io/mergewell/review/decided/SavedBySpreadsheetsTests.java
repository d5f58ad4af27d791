package io.mergewell.review.decided;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergewell.plan.Decision;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that real programs saved; the folder's README says which. */
class SavedBySpreadsheetsTests {

    private static final String NOTE = "asked Müller, “two desks”; answer by 3/4";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "opened.csv",
                "libreoffice-utf8-comma.csv",
                "libreoffice-utf8-semicolon-quoted.csv",
                "libreoffice-windows-1252-tab.csv",
                "libreoffice-utf16-comma.csv",
                "libreoffice-from-ods.csv",
                "excel-utf8-semicolon.csv",
                "excel-ansi-semicolon.csv",
                "excel-unicode-text-tab.csv",
                "excel-macintosh-line-ends.csv"
            })
    void saysTheSameHoweverItWasSaved(String name) throws URISyntaxException {
        DecidedReview review = DecidedReview.read(file(name));

        assertThat(review.planId()).isEqualTo("pc05acdea250d3146");
        assertThat(review.rows())
                .extracting(
                        DecidedRow::rowKey,
                        DecidedRow::decision,
                        DecidedRow::overrideSurvivor,
                        DecidedRow::reviewer,
                        DecidedRow::note)
                .containsExactly(
                        Tuple.tuple("r6f1d1005ec9ee163", Decision.APPROVE, "", "Zoë", ""),
                        Tuple.tuple("r949f7f10c6b92cd7", Decision.REJECT, "", "Zoë", ""),
                        Tuple.tuple("r1b24078129a04f21", Decision.HOLD, "", "Zoë", NOTE),
                        Tuple.tuple("r8c95259ec1af90c3", Decision.NOT_DUPLICATE, "", "Zoë", ""),
                        Tuple.tuple("r1736fc0af275db69", null, "", "", ""),
                        Tuple.tuple("r440f95a1bfaa6d71", Decision.APPROVE, "967", "Zoë", ""),
                        Tuple.tuple("r566907e9a918ce84", Decision.APPROVE, "", "Zoë", ""),
                        Tuple.tuple("rdcfea59f8ceb0a60", Decision.APPROVE, "", "Zoë", ""));
    }

    @Test
    void refusesAWorkbook() {
        assertThatThrownBy(() -> DecidedReview.read(file("libreoffice-workbook.xlsx")))
                .isInstanceOf(RefusedReviewException.class)
                .hasMessageContaining("This is a workbook (or another archive), not a CSV file.")
                .hasMessageContaining("save it as CSV UTF-8");
    }

    private static Path file(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(SavedBySpreadsheetsTests.class.getResource(name))
                .toURI());
    }
}
