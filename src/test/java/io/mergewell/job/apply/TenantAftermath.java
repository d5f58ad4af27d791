package io.mergewell.job.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.apply.faults.TenantSnapshot;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What must be true of a tenant after a rehearsal of merging in steps. */
final class TenantAftermath {

    private static final List<String> OF_A_NOTE = List.of("category", "author", "createdAt", "isPrivate", "flagged");

    private final TenantRehearsal rehearsal;
    private final TenantSnapshot now;

    private TenantAftermath(TenantRehearsal rehearsal, TenantSnapshot now) {
        this.rehearsal = rehearsal;
        this.now = now;
    }

    static TenantAftermath of(TenantRehearsal rehearsal) {
        return new TenantAftermath(rehearsal, rehearsal.tenant().snapshot());
    }

    /** Everybody who was approved is archived, and all is safe. */
    void isAllDone() {
        isSafe();
        assertThat(rehearsal.approved().keySet()).isNotEmpty().allMatch(now::isArchived);
    }

    /** Nobody is archived. */
    void isNobodyGone() {
        isSafe();
        assertThat(rehearsal.approved().keySet()).noneMatch(now::isArchived);
    }

    /** Nobody else was touched, no note is there twice, and whoever is archived has left all that it had. */
    void isSafe() {
        TenantSnapshot before = rehearsal.before();
        for (String person : before.people().keySet()) {
            String survivor = rehearsal.approved().get(person);
            if (survivor != null) {
                assertThat(now.values(person)).isEqualTo(before.values(person));
                assertThat(now.notes().get(person)).isEqualTo(before.notes().get(person));
                notesAreThereOnce(person, survivor);
                if (now.isArchived(person)) {
                    holdsWhatItHeld(survivor, person);
                }
            } else if (rehearsal.approved().containsValue(person)) {
                assertThat(now.isArchived(person)).isFalse();
                holdsWhatItHeld(person, person);
            } else {
                assertThat(now.people().get(person)).isEqualTo(before.people().get(person));
                assertThat(now.notes().get(person)).isEqualTo(before.notes().get(person));
            }
        }
    }

    private void holdsWhatItHeld(String survivor, String person) {
        assertThat(now.emails(survivor)).containsAll(rehearsal.before().emails(person));
        assertThat(phones(now, survivor)).containsAll(phones(rehearsal.before(), person));
        assertThat(now.notes().get(survivor)).containsAll(own(rehearsal.before(), survivor));
    }

    private static List<JsonNode> own(TenantSnapshot snapshot, String person) {
        return snapshot.notes().get(person);
    }

    /** Once at most, and once exactly where the one who had it is gone. */
    private void notesAreThereOnce(String duplicate, String survivor) {
        for (JsonNode note : rehearsal.before().notes().get(duplicate)) {
            String mark = "[mergewell " + duplicate + "/" + note.path("id").asString() + "]";
            List<JsonNode> copies = now.notes().get(survivor).stream()
                    .filter(copy -> copy.path("description").asString().contains(mark))
                    .toList();
            assertThat(copies).as("copies of %s", mark).hasSizeBetween(now.isArchived(duplicate) ? 1 : 0, 1);
            for (JsonNode copy : copies) {
                assertThat(copy.path("description").asString())
                        .isEqualTo(note.path("description").asString() + "\n\n" + mark);
                OF_A_NOTE.forEach(
                        field -> assertThat(copy.path(field)).as(field).isEqualTo(note.path(field)));
            }
        }
    }

    /** Numbers by their last digits: the same one may be written with and without its country. */
    private static SortedSet<String> phones(TenantSnapshot snapshot, String person) {
        SortedSet<String> numbers = new TreeSet<>();
        snapshot.people()
                .get(person)
                .path("phoneNumbers")
                .forEach(entry ->
                        numbers.add(lastDigits(entry.path("phoneNumber").asString())));
        return numbers;
    }

    private static String lastDigits(String number) {
        String digits = number.replaceAll("[^0-9]", "");
        return digits.substring(Math.max(0, digits.length() - 7));
    }
}
