package io.mergewell.store.ledger;

import io.mergewell.person.LinkKind;
import io.mergewell.person.LinkedRecords;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts of linked records as text, as in {@code DEALS=2 NOTES=0}. */
final class LinksText {

    private LinksText() {}

    static String of(LinkedRecords links) {
        return links.counts().entrySet().stream()
                .map(count -> count.getKey() + "=" + count.getValue())
                .collect(Collectors.joining(" "));
    }

    static LinkedRecords read(String text) {
        Map<LinkKind, Integer> counts = new EnumMap<>(LinkKind.class);
        for (String count : text.isEmpty() ? new String[0] : text.split(" ", -1)) {
            int equals = count.indexOf('=');
            counts.put(LinkKind.valueOf(count.substring(0, equals)), Integer.valueOf(count.substring(equals + 1)));
        }
        return new LinkedRecords(counts);
    }
}
