package io.mergewell.cli.screen;

import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/** What a colour says. Words say it as well: colours are for those who see them. */
public enum Tone {

    /** Well, or sure. */
    GOOD("green"),

    /** Somebody should look. */
    CAUTION("yellow"),

    /** Failed. */
    BAD("bold,red"),

    /** A heading. */
    HEADING("bold");

    private final String styles;

    Tone(String styles) {
        this.styles = styles;
    }

    /** The text in this tone, where colours are on; else as it is. */
    public String of(String text, Ansi ansi) {
        if (!ansi.enabled()) {
            return text;
        }
        return Style.on(Style.parse(styles)) + text + Style.reset.on();
    }
}
