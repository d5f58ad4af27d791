package io.mergewell.review.privacy;

import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who is to be erased, and what of reports is about them: whole groups, since a group's members are alike in what they
 * hold, and each row tells what one has of the other.
 */
public final class Forgotten {

    /** What stands in the place of a name. */
    public static final String MARK = "(erased)";

    private static final String SENTENCE =
            "Somebody of this group was erased on request, and with them all values of the group: nothing of it can be"
                    + " applied any more.";

    /** What stays of a row: ids, outcomes, times and who signed. All other columns may hold something of a person. */
    private static final Set<String> KEPT = Set.of(
            "row_key",
            "decision",
            "action",
            "outcome",
            "band",
            "score",
            "survivor_id",
            "duplicate_id",
            "person_id",
            "old_id",
            "first_id",
            "second_id",
            "change",
            "merged_at",
            "found_by",
            "reason",
            "master",
            "group_id",
            "group_size",
            "group_min_score",
            "override_survivor_id",
            "reviewer",
            "plan_id",
            "run_id");

    /** Columns that name a person. */
    private static final List<String> PERSONS =
            List.of("survivor_id", "duplicate_id", "person_id", "override_survivor_id", "first_id", "second_id");

    private final Set<String> persons;
    private final NavigableSet<String> others = new TreeSet<>();
    private final NavigableSet<String> groups = new TreeSet<>();
    private final NavigableSet<String> rows = new TreeSet<>();

    /** @param persons their ids */
    public Forgotten(Collection<String> persons) {
        this.persons = Set.copyOf(persons);
    }

    /** Adds a group of the job's memory. */
    public void add(String group, Collection<String> rowKeys, Collection<String> members) {
        groups.add(group);
        rows.addAll(rowKeys);
        members.stream().filter(member -> !persons.contains(member)).forEach(others::add);
    }

    /** Others who were in a group with one of them. */
    public List<String> others() {
        return List.copyOf(others);
    }

    boolean contains(String person) {
        return persons.contains(person);
    }

    /** Learns from a line which groups they are in. */
    void learn(CsvLine line) {
        if (!line.value("group_id").isEmpty() && namesOne(line)) {
            groups.add(line.value("group_id"));
            rows.add(line.value("row_key"));
            List.of("survivor_id", "duplicate_id").forEach(column -> addOther(line.value(column)));
        }
    }

    /** Learns from a group of a page. */
    void learn(JsonNode group) {
        if (isMember(group)) {
            groups.add(group.path("id").asString());
            group.path("rows").forEach(row -> rows.add(row.path("key").asString()));
            group.path("members").forEach(member -> addOther(member.path("id").asString()));
        }
    }

    private void addOther(String person) {
        if (!person.isEmpty() && !persons.contains(person)) {
            others.add(person);
        }
    }

    /** The line without them; the same if it is not about them. */
    CsvLine without(CsvLine line) {
        boolean isTheirs = groups.contains(line.value("group_id"))
                || (!line.value("row_key").isEmpty() && rows.contains(line.value("row_key")))
                || namesOne(line);
        return isTheirs ? line.with(Forgotten::cell) : line;
    }

    /** The group without them; the same node if it is not theirs. */
    JsonNode without(JsonNode group) {
        if (!groups.contains(group.path("id").asString()) && !isMember(group)) {
            return group;
        }
        ObjectNode erased = ((ObjectNode) group).deepCopy();
        erased.remove(List.of("why", "because", "others"));
        erased.put("erased", true);
        erased.path("members").forEach(Forgotten::erase);
        erase(erased.path("golden"));
        erased.path("rows").forEach(Forgotten::eraseRow);
        return erased.equals(group) ? group : erased;
    }

    private boolean namesOne(CsvLine line) {
        return PERSONS.stream().anyMatch(column -> persons.contains(line.value(column)));
    }

    private boolean isMember(JsonNode group) {
        return group.path("members")
                .valueStream()
                .anyMatch(member -> persons.contains(member.path("id").asString()));
    }

    private static String cell(String column, String cell) {
        if (KEPT.contains(column)) {
            return cell;
        }
        return column.equals("name") || column.endsWith("_name") ? MARK : "";
    }

    private static void erase(JsonNode member) {
        if (member instanceof ObjectNode fields) {
            fields.retain("id");
            fields.put("name", MARK);
        }
    }

    /** A row of kind NONE is one that nobody can approve, in pages of earlier versions too. */
    private static void eraseRow(JsonNode row) {
        if (row instanceof ObjectNode fields) {
            fields.retain("key", "band", "score", "duplicate", "outcome");
            fields.put("action", "NONE");
            ArrayNode cautions = fields.putArray("cautions");
            cautions.add(SENTENCE);
        }
    }
}
