package io.mergewell.person;

import org.jspecify.annotations.Nullable;

/** A blank field holds nothing: it is null everywhere behind the door. */
final class Text {

    private Text() {}

    static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
