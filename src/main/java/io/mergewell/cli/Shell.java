package io.mergewell.cli;

import java.util.Locale;
import picocli.AutoComplete;
import picocli.CommandLine;

/** Shells that can complete what is typed. */
enum Shell {
    BASH,
    ZSH;

    /** Shells look a command that was typed with its folder up by its file name, too. */
    private static final String SCRIPT = "run.sh";

    /** What the shell has to read for it. The same for both: it finds out itself which of the two reads it. */
    String completion(CommandLine commands) {
        return AutoComplete.bash(SCRIPT, commands);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
