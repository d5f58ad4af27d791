package io.mergewell.sandbox.pipedrive;

import io.mergewell.sandbox.state.CardQuery.Order;
import io.mergewell.sandbox.state.CardQuery.Place;
import io.mergewell.sandbox.state.CardQuery.SortBy;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The opaque mark of the next page. It never expires, and belongs to the order it was made for. */
final class Cursor {

    private static final Pattern FORM = Pattern.compile("(ID|UPDATE_TIME|ADD_TIME) (asc|desc) (\\d{1,18}) (\\d{1,18})");

    private Cursor() {}

    static String of(Order order, Place place) {
        String text = order.by() + (order.ascending() ? " asc " : " desc ") + place.value() + " " + place.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    static Place place(String cursor, Order order) {
        Matcher parts = FORM.matcher(decoded(cursor));
        if (!parts.matches()) {
            throw invalid();
        }
        Order made = new Order(SortBy.valueOf(parts.group(1)), parts.group(2).equals("asc"));
        if (!made.equals(order)) {
            throw invalid();
        }
        return new Place(Long.parseLong(parts.group(3)), Long.parseLong(parts.group(4)));
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static ApiException invalid() {
        return ApiException.badRequest("cursor is invalid");
    }
}
