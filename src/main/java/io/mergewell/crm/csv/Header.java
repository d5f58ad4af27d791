package io.mergewell.crm.csv;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The names of a file's columns, in its order. */
final class Header {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<String> names;
    private final List<String> keys;

    Header(List<String> cells) {
        this.names = cells.stream().map(String::strip).toList();
        this.keys = keys(names);
    }

    List<String> names() {
        return names;
    }

    int width() {
        return names.size();
    }

    /** A row as a JSON object with every column, mapped or not, in the file's order and with its cells as written. */
    String json(List<String> cells) {
        ObjectNode row = JSON.createObjectNode();
        for (int i = 0; i < width(); i++) {
            row.put(keys.get(i), cells.get(i));
        }
        return JSON.writeValueAsString(row);
    }

    /** Unique keys: a column without a name or with one that was there before is told apart by its place. */
    private static List<String> keys(List<String> names) {
        Set<String> used = new HashSet<>();
        List<String> keys = new ArrayList<>();
        for (String name : names) {
            String key = name;
            while (key.isEmpty() || !used.add(key)) {
                key += "#" + (keys.size() + 1);
            }
            keys.add(key);
        }
        return List.copyOf(keys);
    }
}
