package io.mergewell.sandbox.rogerroger;

import io.mergewell.sandbox.http.Answer;
import io.mergewell.sandbox.http.Request;
import io.mergewell.sandbox.state.Card;
import io.mergewell.sandbox.state.CrmState;
import io.mergewell.sandbox.state.Slice;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;

/** {@code /people}: list, get, create, change. */
final class PeopleEndpoints {

    private final CrmState state;
    private final Clock clock;

    PeopleEndpoints(CrmState state, Clock clock) {
        this.state = state;
        this.clock = clock;
    }

    /** In the order of creation, which is the only one the sandbox knows. */
    Answer list(Request request) {
        Pages pages = Pages.of(request);
        boolean archived =
                request.parameter("exists[archivedAt]").filter("true"::equals).isPresent();
        Slice slice = state.added(archived, time(request, "createdAt[after]"), pages.offset(), pages.size());
        ArrayNode members = JsonLd.JSON.createArrayNode();
        slice.cards().forEach(card -> members.add(PersonJson.of(card)));
        return pages.answer(members, slice.total());
    }

    Answer get(long id) {
        return person(200, state.find(id));
    }

    Answer create(Request request) {
        requireType(request, "application/ld+json");
        PersonPatch values = new PersonPatch(request.body());
        return person(201, Optional.of(state.add(id -> values.created(id, now()))));
    }

    Answer update(Request request, long id) {
        requireType(request, "application/merge-patch+json");
        PersonPatch patch = new PersonPatch(request.body());
        return person(200, state.changeAny(id, card -> patch.applied(card, now())));
    }

    static void requireType(Request request, String type) {
        if (!request.header("content-type").orElse("").startsWith(type)) {
            throw ApiException.unsupported(
                    "The content-type is not supported. Supported MIME types are \"" + type + "\".");
        }
    }

    private static Answer person(int status, Optional<Card> card) {
        return JsonLd.of(status, PersonJson.of(card.orElseThrow(ApiException::notFound)));
    }

    private static @Nullable Instant time(Request request, String name) {
        try {
            return request.parameter(name)
                    .map(text -> OffsetDateTime.parse(text).toInstant())
                    .orElse(null);
        } catch (DateTimeException notATime) {
            throw ApiException.badRequest(name + " is not a valid datetime");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
