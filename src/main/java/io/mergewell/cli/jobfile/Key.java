package io.mergewell.cli.jobfile;

import io.mergewell.crm.settings.CrmOption;
import org.jspecify.annotations.Nullable;

/**
 * A key of a job file, and all that is told of it: the reference in {@code docs/configuration.md} is made of nothing else.
 *
 * @param name without its section; {@link Keys#ANY_CUSTOM} stands for all of those
 * @param preset what holds where the file says nothing; null if that is no single value
 * @param otherwise what holds then, for people
 * @param meaning what it is good for, without a full stop
 */
record Key<T>(String name, Kind<T> kind, @Nullable T preset, String otherwise, String meaning) {

    /** Stands for the default of one that no job can do without. */
    static final String REQUIRED = "required";

    Key {
        if (meaning.isBlank() || otherwise.isBlank()) {
            throw new IllegalArgumentException(
                    "The key " + name + " needs a meaning, and a word on what is its default.");
        }
    }

    /** One that no job can do without. */
    static <T> Key<T> required(String name, Kind<T> kind, String meaning) {
        return new Key<>(name, kind, null, REQUIRED, meaning);
    }

    /** One whose default is no single value, such as none, or one that is learned. */
    static <T> Key<T> open(String name, Kind<T> kind, String otherwise, String meaning) {
        return new Key<>(name, kind, null, otherwise, meaning);
    }

    /** One with a default. */
    static <T> Key<T> preset(String name, Kind<T> kind, T preset, String meaning) {
        return new Key<>(name, kind, preset, '`' + kind.writing().apply(preset) + '`', meaning);
    }

    /** What one kind of system takes. */
    static Key<String> of(CrmOption option) {
        return new Key<>(
                option.key(),
                Kind.of(option.form().description(), Setting::text),
                null,
                option.required() ? REQUIRED : option.otherwise(),
                option.meaning());
    }

    /** What holds where the file says nothing, of a key that has such a value. */
    T presetValue() {
        if (preset == null) {
            throw new IllegalStateException(name + " has no default.");
        }
        return preset;
    }
}
