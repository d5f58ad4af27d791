package io.mergewell.sandbox.population;

import java.util.List;
import java.util.Optional;

/**
 * A custom field that this company made in its CRM.
 *
 * @param key a 40-character hash, as Pipedrive's are
 * @param label what people call it
 * @param options labels of its options, whose ids count from 1; empty for types that have none
 */
public record CustomField(String key, String label, Type type, List<String> options) {

    /** As {@code YYYY-MM-DD}. */
    public static final CustomField BIRTH_DATE =
            new CustomField("5c1f0a9e7b3d4826a1e05f7c92d846b3e0a7f154", "Birth date", Type.DATE, List.of());

    /** One customer has one number, where it is filled and right. */
    public static final CustomField CUSTOMER_NUMBER =
            new CustomField("a83e6d10f94b27c5d8e1730b6f2a95c4e7d01b38", "Customer number", Type.TEXT, List.of());

    /** How the record came in. */
    public static final CustomField SOURCE = new CustomField(
            "e27b94c06a5f1d83b70e4c9f8a21d65307fb3e9a",
            "Source",
            Type.ONE_OPTION,
            List.of("Web form", "Trade fair", "Import", "Phone call", "Referral"));

    /** What the person may buy. */
    public static final CustomField INTERESTS = new CustomField(
            "19d7f3ab58e04c26b9a3f60e7d15c8420ae6b97d",
            "Interests",
            Type.OPTIONS,
            List.of("Product A", "Product B", "Service", "Training"));

    /** All of them, in the CRM's order. */
    public static final List<CustomField> ALL = List.of(BIRTH_DATE, CUSTOMER_NUMBER, SOURCE, INTERESTS);

    /** What a value looks like. */
    public enum Type {
        DATE,
        TEXT,
        /** The id of one option. */
        ONE_OPTION,
        /** A list of ids of options, never empty. */
        OPTIONS
    }

    public CustomField {
        options = List.copyOf(options);
    }

    /** The field with this key; empty if there is none. */
    public static Optional<CustomField> of(String key) {
        return ALL.stream().filter(field -> field.key.equals(key)).findFirst();
    }
}
