package io.mergewell.crm.wethod;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ids of persons, each once, with a short way to write them: {@code 1-40,42}. */
final class Ids {

    private static final Pattern RANGE = Pattern.compile("(\\d{1,18})(?:-(\\d{1,18}))?");

    private final NavigableSet<Long> ids;

    private Ids(NavigableSet<Long> ids) {
        this.ids = ids;
    }

    static Ids none() {
        return new Ids(new TreeSet<>());
    }

    /** @throws IllegalArgumentException if the text is not what {@link #toString} writes */
    static Ids parse(String text) {
        NavigableSet<Long> ids = new TreeSet<>();
        for (String part : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            Matcher range = RANGE.matcher(part);
            if (!range.matches()) {
                throw new IllegalArgumentException("These are no ids.");
            }
            long first = Long.parseLong(range.group(1));
            long last = range.group(2) == null ? first : Long.parseLong(range.group(2));
            for (long id = first; id <= last; id++) {
                ids.add(id);
            }
        }
        return new Ids(ids);
    }

    boolean has(long id) {
        return ids.contains(id);
    }

    Ids with(List<Long> more) {
        NavigableSet<Long> all = new TreeSet<>(ids);
        all.addAll(more);
        return new Ids(all);
    }

    /** Those that the other does not have, in ascending order. */
    List<Long> without(Ids other) {
        return ids.stream().filter(id -> !other.has(id)).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ids same && ids.equals(same.ids);
    }

    @Override
    public int hashCode() {
        return ids.hashCode();
    }

    @Override
    public String toString() {
        List<String> ranges = new ArrayList<>();
        Iterator<Long> rest = ids.iterator();
        Long next = rest.hasNext() ? rest.next() : null;
        while (next != null) {
            long first = next;
            long last = first;
            next = rest.hasNext() ? rest.next() : null;
            while (next != null && next == last + 1) {
                last = next;
                next = rest.hasNext() ? rest.next() : null;
            }
            ranges.add(first == last ? String.valueOf(first) : first + "-" + last);
        }
        return String.join(",", ranges);
    }
}
