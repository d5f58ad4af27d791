package io.mergewell;

import io.mergewell.cli.Terminal;

/** Entry point. */
public final class Mergewell {

    private Mergewell() {}

    public static void main(String[] args) {
        System.exit(Terminal.run(args));
    }
}
