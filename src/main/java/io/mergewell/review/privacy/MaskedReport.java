package io.mergewell.review.privacy;

import io.mergewell.review.ReviewFiles;
import io.mergewell.review.files.Artefact;
import io.mergewell.review.files.AtomicFile;
import io.mergewell.review.page.PageCopy;
import io.mergewell.review.page.ReviewPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * A report for people who need not know who the persons are: names as initials, e-mails and phones shortened, all else
 * that people wrote reduced or left out. What decides and identifies rows stays, so that a masked review can be decided
 * and applied as the original can. Ids stay: it is a pseudonym, not anonymity.
 */
public final class MaskedReport {

    /** What a run may have of it, by the file each is made from. */
    public static final String REVIEW = masked(ReviewFiles.REVIEW);

    public static final String GROUPS = masked(ReviewFiles.GROUPS);
    public static final String PAGE = masked(ReviewPage.NAME);

    /** Columns that hold nothing of a person but ids, times and counts; of two records side by side without their beginning. */
    private static final Set<String> KEPT = Set.of(
            "row_key",
            "decision",
            "action",
            "band",
            "score",
            "survivor_id",
            "duplicate_id",
            "person_id",
            "links",
            "consent",
            "added",
            "updated",
            "match_reasons",
            "cautions",
            "survivor_reason",
            "group_id",
            "group_size",
            "group_min_score",
            "master",
            "override_survivor_id",
            "plan_id");

    private MaskedReport() {}

    /**
     * Writes masked copies of a run's {@code review.csv}, {@code groups.csv} and {@code review.html} beside them. The same
     * report gives the same bytes.
     *
     * @return the files written; empty if the run has no report
     * @throws IOException if a file cannot be read
     * @throws io.mergewell.review.files.ReviewException if one cannot be written
     * @throws IllegalArgumentException with a sentence, if a file is not as a run wrote it
     */
    public static List<Artefact> write(Path runFolder) throws IOException {
        List<Artefact> written = new ArrayList<>();
        for (String table : List.of(ReviewFiles.REVIEW, ReviewFiles.GROUPS)) {
            Path file = runFolder.resolve(table);
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                byte[] copy = CsvReport.of(Files.readAllBytes(file))
                        .orElseThrow(() -> unreadable(file))
                        .with(line -> line.with(MaskedReport::cell));
                written.add(AtomicFile.write(runFolder.resolve(masked(table)), out -> out.write(copy)));
            }
        }
        Path page = runFolder.resolve(ReviewPage.NAME);
        if (Files.isRegularFile(page, LinkOption.NOFOLLOW_LINKS)) {
            String copy = PageCopy.of(Files.readString(page))
                    .orElseThrow(() -> unreadable(page))
                    .masked()
                    .with(MaskedReport::group);
            byte[] bytes = copy.getBytes(StandardCharsets.UTF_8);
            written.add(AtomicFile.write(runFolder.resolve(PAGE), out -> out.write(bytes)));
        }
        return written;
    }

    private static String masked(String name) {
        int dot = name.lastIndexOf('.');
        return name.substring(0, dot) + "-masked" + name.substring(dot);
    }

    private static IllegalArgumentException unreadable(Path file) {
        return new IllegalArgumentException(file + " is not as a run wrote it, so no masked copy was made of it.");
    }

    private static String cell(String column, String cell) {
        String name = column.replaceFirst("^(survivor|duplicate)_(?!id$|reason$)", "");
        if (cell.isEmpty() || KEPT.contains(name)) {
            return cell;
        }
        return switch (name) {
            case "note", "reviewer" -> "";
            case "emails" -> Masks.each(cell, Masks::email);
            case "phones" -> Masks.each(cell, Masks::phone);
            case "birth_date" -> Masks.date(cell);
            case "owner" -> Masks.idAlone(cell);
            case "conflicts", "values_gained", "values_lost", "custom_fields" -> Masks.each(cell, Masks::fieldValue);
            default -> Masks.words(cell);
        };
    }

    private static JsonNode group(JsonNode group) {
        ObjectNode masked = ((ObjectNode) group).deepCopy();
        masked.path("members").forEach(MaskedReport::maskMember);
        maskMember(masked.path("golden"));
        masked.path("rows").forEach(MaskedReport::maskRow);
        masked.path("because").forEach(MaskedReport::maskReason);
        masked.path("others").forEach(other -> {
            maskMember(other.path("golden"));
            other.path("changes").forEach(MaskedReport::maskRow);
        });
        return masked;
    }

    private static void maskMember(JsonNode member) {
        if (!(member instanceof ObjectNode fields)) {
            return;
        }
        Stream.of("name", "organisation", "jobTitle", "address").forEach(field -> change(fields, field, Masks::words));
        change(fields, "birthDate", Masks::date);
        change(fields, "emails", Masks::email);
        change(fields, "phones", Masks::phone);
        change(fields, "labels", Masks::words);
        change(fields, "owner", Masks::idAlone);
        if (fields.path("custom") instanceof ObjectNode custom) {
            List.copyOf(custom.propertyNames()).forEach(field -> change(custom, field, value -> Masks.HIDDEN));
        }
    }

    private static void maskRow(JsonNode row) {
        if (row instanceof ObjectNode fields) {
            Stream.of("conflicts", "gained", "lost", "unseen")
                    .forEach(field -> change(fields, field, Masks::fieldValue));
            fields.remove(List.of("note", "reviewer"));
        }
    }

    private static void maskReason(JsonNode reason) {
        if (reason instanceof ObjectNode fields) {
            change(fields, "values", Masks::fieldValue);
        }
    }

    /** Of a text, or of each in a list. */
    private static void change(ObjectNode fields, String field, UnaryOperator<String> mask) {
        Optional.ofNullable(fields.get(field)).ifPresent(value -> fields.set(field, changed(value, mask)));
    }

    private static JsonNode changed(JsonNode value, UnaryOperator<String> mask) {
        if (!(value instanceof ArrayNode values)) {
            return StringNode.valueOf(mask.apply(value.asString()));
        }
        ArrayNode changed = JsonNodeFactory.instance.arrayNode();
        values.forEach(one -> changed.add(mask.apply(one.asString())));
        return changed;
    }
}
