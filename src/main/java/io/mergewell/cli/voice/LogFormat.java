package io.mergewell.cli.voice;

import java.util.List;
import java.util.Locale;

/** How a command writes what it has to say while it works, and why it failed. */
public enum LogFormat {

    /** Sentences, a line each: for people, and for schedulers that mail them. */
    TEXT,

    /** A JSON object a line, with the fields of the Elastic Common Schema: for whatever collects logs. */
    ECS;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static final String OPTION = "--log-format";

    /** What a command line asks for, also one that is wrong and cannot be parsed. */
    public static LogFormat askedFor(List<String> arguments) {
        String line = String.join(" ", arguments).replace(OPTION + "=", OPTION + " ") + " ";
        return line.contains(OPTION + " ecs ") || line.contains(OPTION + " ECS ") ? ECS : TEXT;
    }
}
