package io.mergewell.cli.voice;

import io.mergewell.cli.screen.Tone;
import java.io.PrintWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Help.Ansi;

/** What a command says beside its result. No personal data. */
public sealed interface Voice {

    /** How far the work is. */
    void say(String line);

    /** Something that was not done, without which the work goes on. */
    void warn(String sentence);

    /**
     * Why the command ends early.
     *
     * @param code the exit code
     * @param next the command to type now
     */
    void fail(String sentence, int code, String next);

    /** The same, without how far the work is. */
    default Voice quietly() {
        return new Quiet(this);
    }

    /** The voice for a format. Those of {@link LogFormat#ECS} come out where an {@link EcsLog} is open. */
    static Voice of(LogFormat format, Surroundings surroundings) {
        return switch (format) {
            case TEXT -> new Lines(surroundings.err(), surroundings.screen().err());
            case ECS -> new Events(LoggerFactory.getLogger("mergewell"));
        };
    }

    /** Lines for people. */
    record Lines(PrintWriter err, Ansi ansi) implements Voice {

        /** Without colours. */
        Lines(PrintWriter err) {
            this(err, Ansi.OFF);
        }

        @Override
        public void say(String line) {
            err.println(line);
            err.flush();
        }

        @Override
        public void warn(String sentence) {
            say(Tone.CAUTION.of(sentence, ansi));
        }

        @Override
        public void fail(String sentence, int code, String next) {
            say(Tone.BAD.of(sentence, ansi));
            say("Next: " + next);
        }
    }

    /** Says only what is amiss. */
    record Quiet(Voice voice) implements Voice {

        @Override
        public void say(String line) {}

        @Override
        public void warn(String sentence) {
            voice.warn(sentence);
        }

        @Override
        public void fail(String sentence, int code, String next) {
            voice.fail(sentence, code, next);
        }
    }

    /** Events of a log. */
    record Events(Logger log) implements Voice {

        @Override
        public void say(String line) {
            log.info(line.strip());
        }

        @Override
        public void warn(String sentence) {
            log.warn(sentence);
        }

        @Override
        public void fail(String sentence, int code, String next) {
            log.atError()
                    .addKeyValue("event.outcome", "failure")
                    .addKeyValue("event.code", String.valueOf(code))
                    .log(sentence + " Next: " + next);
        }
    }
}
