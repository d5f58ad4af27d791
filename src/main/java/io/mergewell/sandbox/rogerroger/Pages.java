package io.mergewell.sandbox.rogerroger;

import io.mergewell.sandbox.http.Answer;
import io.mergewell.sandbox.http.Request;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which page of a list is asked for, and the envelope it comes in.
 *
 * @param page from 1
 * @param size items a page
 */
record Pages(Request request, int page, int size) {

    private static final int USUAL = 15;
    private static final int MOST = 30;

    static Pages of(Request request) {
        int size = number(request, "itemsPerPage", USUAL);
        return new Pages(request, number(request, "page", 1), Math.min(size, MOST));
    }

    long offset() {
        return (page - 1L) * size;
    }

    Answer answer(ArrayNode members, long total) {
        ObjectNode body = JsonLd.JSON.createObjectNode();
        body.put("@id", request.path());
        body.put("@type", "Collection");
        body.put("totalItems", total);
        body.set("member", members);
        long last = Math.max(1, (total + size - 1) / size);
        if (last > 1) {
            ObjectNode view = body.putObject("view");
            view.put("@id", address(page));
            view.put("@type", "PartialCollectionView");
            view.put("first", address(1));
            view.put("last", address(last));
            if (page > 1) {
                view.put("previous", address(page - 1L));
            }
            if (page < last) {
                view.put("next", address(page + 1L));
            }
        }
        return JsonLd.of(200, body);
    }

    private String address(long number) {
        Map<String, String> query = new TreeMap<>(request.query());
        query.put("page", String.valueOf(number));
        return query.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&", request.path() + "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static int number(Request request, String name, int usual) {
        String text = request.parameter(name).orElse(String.valueOf(usual));
        if (!text.matches("[1-9]\\d{0,6}")) {
            throw ApiException.badRequest(name + " should be greater than 0");
        }
        return Integer.parseInt(text);
    }
}
