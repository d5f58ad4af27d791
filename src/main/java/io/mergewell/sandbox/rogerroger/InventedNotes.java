package io.mergewell.sandbox.rogerroger;

import io.mergewell.sandbox.rogerroger.Uuids.Kind;
import io.mergewell.sandbox.state.Card;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/** Notes that were there from the beginning: the same for the same seed and person, and nowhere stored. */
final class InventedNotes {

    static final int CATEGORIES = 4;

    private static final int MOST = 2;

    private static final List<String> TEXTS = List.of(
            "Called back, asked for the new price list.",
            "Prefers to be called in the morning.",
            "Met at the spring fair; wants a demonstration.",
            "Moved to another department, same telephone number.",
            "Asked whether the training can be held on site.",
            "Contract is to be renewed at the end of the year.");

    private final long seed;
    private final long persons;

    /** @param persons only these many have any: whoever came later was never invented */
    InventedNotes(long seed, long persons) {
        this.seed = seed;
        this.persons = persons;
    }

    /** Those of a person, in the order they were written. */
    List<ObjectNode> of(Card card) {
        if (card.id() > persons) {
            return List.of();
        }
        Random random = new Random(seed * 31 + card.id());
        int count = Math.max(0, random.nextInt(2 * MOST + 1) - MOST);
        return IntStream.range(0, count)
                .mapToObj(number -> note(card, number, random))
                .toList();
    }

    private static ObjectNode note(Card card, int number, Random random) {
        ObjectNode note = JsonLd.JSON.createObjectNode();
        NoteJson.identify(note, card.id(), Uuids.of(Kind.INVENTED_NOTE, card.id() * MOST + number));
        note.put("description", TEXTS.get(random.nextInt(TEXTS.size())));
        note.put("category", "/note_categories/" + (1 + random.nextInt(CATEGORIES)));
        note.put("author", "/users/" + card.membership().ownerId());
        note.put("isPrivate", random.nextInt(10) == 0);
        note.put("flagged", random.nextInt(10) == 0);
        note.put("createdAt", card.added().plus(Duration.ofDays(number + 1L)).toString());
        return note;
    }
}
