package io.mergewell.crm.settings;

/** A token that prints as stars, wherever it ends up. */
public record Secret(String value) {

    public Secret {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A secret is never blank.");
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
