package io.mergewell.crm.write;

import java.util.function.Supplier;

/**
 * An effect and the way to send it, which nobody but a system that can do it hands out.
 *
 * @param sending sends it, once
 */
public record Step(Effect effect, Supplier<Reply> sending) {

    /** Sends it, once; throws as {@link PersonWriter#merge} does. */
    public Reply send() {
        return sending.get();
    }
}
