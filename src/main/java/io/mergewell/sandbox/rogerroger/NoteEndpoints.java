package io.mergewell.sandbox.rogerroger;

import io.mergewell.sandbox.http.Answer;
import io.mergewell.sandbox.http.Request;
import io.mergewell.sandbox.rogerroger.Uuids.Kind;
import io.mergewell.sandbox.state.Card;
import io.mergewell.sandbox.state.CrmState;
import io.mergewell.sandbox.state.WrittenNote;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /people/{id}/notes}: list, get, write. Nothing deletes a note. */
final class NoteEndpoints {

    private final CrmState state;
    private final InventedNotes invented;
    private final Clock clock;

    NoteEndpoints(CrmState state, InventedNotes invented, Clock clock) {
        this.state = state;
        this.invented = invented;
        this.clock = clock;
    }

    Answer list(Request request, long personId) {
        Pages pages = Pages.of(request);
        List<ObjectNode> notes = notes(personId);
        ArrayNode members = JsonLd.JSON.createArrayNode();
        notes.stream().skip(pages.offset()).limit(pages.size()).forEach(members::add);
        return pages.answer(members, notes.size());
    }

    Answer get(long personId, String note) {
        return notes(personId).stream()
                .filter(candidate -> candidate.path("id").stringValue().equals(note))
                .findFirst()
                .map(found -> JsonLd.of(200, found))
                .orElseThrow(ApiException::notFound);
    }

    Answer create(Request request, long personId) {
        PeopleEndpoints.requireType(request, "application/ld+json");
        Card card = state.find(personId).orElseThrow(ApiException::notFound);
        ObjectNode note = NoteJson.written(
                new PatchFields(JsonLd.object(request.body())),
                card.membership().ownerId(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
        return JsonLd.of(201, shown(state.addNote(personId, note.toString())));
    }

    private List<ObjectNode> notes(long personId) {
        Card card = state.find(personId).orElseThrow(ApiException::notFound);
        List<ObjectNode> notes = new ArrayList<>(invented.of(card));
        state.notes(personId).forEach(note -> notes.add(shown(note)));
        return notes;
    }

    private static ObjectNode shown(WrittenNote written) {
        ObjectNode note = (ObjectNode) JsonLd.JSON.readTree(written.json());
        NoteJson.identify(note, written.personId(), Uuids.of(Kind.NOTE, written.id()));
        return note;
    }
}
