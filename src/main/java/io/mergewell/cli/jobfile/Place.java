package io.mergewell.cli.jobfile;

import java.nio.file.Path;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Where in a job file something is written.
 *
 * @param line counted from 1; 0 for the file as a whole
 */
record Place(Path file, int line) {

    static Place of(Path file, Node node) {
        return new Place(file, node.getStartMark().getLine() + 1);
    }

    /** An error to throw; the sentence begins with what is wrong and ends with what to do. */
    JobFileException error(String sentence) {
        return new JobFileException(
                line, line == 0 ? file + ": " + sentence : file + ", line " + line + ": " + sentence);
    }
}
