package io.mergewell.apply.faults;

import io.mergewell.crm.Replies;
import io.mergewell.crm.ScriptedServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the other side gets to see of an answer. */
public enum Line {
    /** The CRM's own answer. */
    HONEST,
    /** The connection ends without a byte. */
    DROPPED,
    /** The connection is reset in the middle of the body. */
    RESET_IN_BODY,
    /** The body ends early. */
    CUT,
    /** Nothing comes until the client gives up. */
    SILENT,
    /** One byte after the other until the client gives up. */
    DRIBBLING,
    EMPTY,
    MALFORMED,
    HTML,
    UNSUCCESSFUL,
    /** The CRM's own answer with the two persons of a merge exchanged. */
    REVERSED,
    /** Spaces until the client hangs up. */
    HUGE,
    GZIP_BOMB,
    TOO_MANY,
    TOO_MANY_FOR_A_SECOND,
    TOO_MANY_UNTIL_A_DATE,
    TOO_MANY_TODAY,
    UNAUTHORISED,
    FORBIDDEN,
    GATEKEEPER,
    REDIRECT_302,
    REDIRECT_307,
    STATUS_500,
    STATUS_502,
    STATUS_503,
    STATUS_504;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int BOMB = 65 << 20;

    /** Whether the answer says that nothing was done and that it may be asked for again. */
    boolean asksForPatience() {
        return name().startsWith("TOO_MANY");
    }

    /** How it goes over the wire. @param elsewhere where redirects lead */
    ScriptedServer.Reply reply(FaultyCrm.Answer honest, URI elsewhere) {
        return switch (this) {
            case HONEST ->
                Replies.typed(
                        honest.status(), honest.contentType(), honest.body().getBytes(StandardCharsets.UTF_8));
            case DROPPED -> Replies.hangUp();
            case RESET_IN_BODY -> Replies.reset();
            case CUT -> Replies.truncated(honest.body());
            case SILENT -> Replies.silence();
            case DRIBBLING -> Replies.dribble();
            case EMPTY -> Replies.json(200, "");
            case MALFORMED -> Replies.json(200, "{\"success\":true,\"data\":{\"id\":");
            case HTML -> Replies.html(200);
            case UNSUCCESSFUL -> Replies.json(200, "{\"success\":false,\"error\":\"Scripted\",\"data\":null}");
            case REVERSED -> Replies.json(honest.status(), reversed(honest.body()));
            case HUGE -> Replies.endless();
            case GZIP_BOMB -> Replies.zipped(new byte[BOMB]);
            case TOO_MANY -> Replies.json(429, "{}");
            case TOO_MANY_FOR_A_SECOND -> Replies.json(429, "{}", "retry-after: 1");
            case TOO_MANY_UNTIL_A_DATE -> Replies.json(429, "{}", "retry-after: " + date(1), "date: " + date(0));
            case TOO_MANY_TODAY -> Replies.json(429, "{}", "x-ratelimit-remaining: 9", "x-ratelimit-reset: 40000");
            case UNAUTHORISED -> Replies.json(401, "{\"success\":false}");
            case FORBIDDEN -> Replies.json(403, "{\"success\":false}");
            case GATEKEEPER -> Replies.html(403);
            case REDIRECT_302 -> Replies.json(302, "{}", "location: " + elsewhere + "/");
            case REDIRECT_307 -> Replies.json(307, "{}", "location: " + elsewhere + "/");
            case STATUS_500, STATUS_502, STATUS_503, STATUS_504 ->
                Replies.json(Integer.parseInt(name().substring("STATUS_".length())), "{}");
        };
    }

    private static String date(int secondsFromNow) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(secondsFromNow));
    }

    private static String reversed(String body) {
        ObjectNode answer = (ObjectNode) JSON.readTree(body);
        if (answer.path("data") instanceof ObjectNode data && data.has("merge_what_id")) {
            long survivor = data.path("id").longValue();
            data.put("id", data.path("merge_what_id").longValue());
            data.put("merge_what_id", survivor);
        }
        return JSON.writeValueAsString(answer);
    }
}
