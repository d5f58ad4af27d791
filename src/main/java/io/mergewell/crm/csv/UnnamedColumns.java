package io.mergewell.crm.csv;

import io.mergewell.crm.settings.CsvColumns;
import io.mergewell.plan.golden.Aside;
import io.mergewell.plan.golden.FieldValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Columns of a file that its job does not name. */
final class UnnamedColumns {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Set<String> named;

    UnnamedColumns(CsvColumns columns) {
        this.named = ColumnMap.mapped(columns).map(String::strip).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What a record holds in them, in the file's order and without surrounding spaces.
     *
     * @param raw the record as {@link Header#json} writes it
     */
    Aside of(String raw) {
        List<FieldValue> values = new ArrayList<>();
        JSON.readTree(raw).properties().forEach(cell -> {
            String value = cell.getValue().asString().strip();
            if (!value.isEmpty() && !named.contains(cell.getKey())) {
                values.add(new FieldValue(cell.getKey(), value));
            }
        });
        return values.isEmpty() ? Aside.NONE : new Aside(values);
    }
}
