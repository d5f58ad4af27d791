package io.mergewell.sandbox;

import io.mergewell.sandbox.state.Origin;
import io.mergewell.sandbox.state.StateException;
import java.io.IOException;
import java.nio.file.Path;

/** The sentences for what can keep a sandbox from running. */
final class Trouble {

    private Trouble() {}

    static SandboxException withFolder(Path folder, IOException cause) {
        String message = String.valueOf(cause.getMessage());
        return message.contains("No space left")
                ? diskFull(folder, cause)
                : new SandboxException.Unwritable(
                        "The sandbox cannot write its folder " + folder + " ("
                                + cause.getClass().getSimpleName() + "). Make it writable, or choose another folder.",
                        cause);
    }

    static SandboxException withState(Path folder, StateException cause) {
        return cause.diskFull()
                ? diskFull(folder, cause)
                : new SandboxException.Unwritable(
                        "The sandbox's state in " + folder
                                + " cannot be used: it is damaged, or was written by another version. Start with --reset to throw it away and begin anew.",
                        cause);
    }

    static SandboxException withPort(int port, IOException cause) {
        return new SandboxException.Misconfigured(
                "Port " + port + " on 127.0.0.1 cannot be used: another program has it, or it is reserved."
                        + " Choose another with --port; 0 takes any that is free.",
                cause);
    }

    static SandboxException otherPersons(Path folder, Origin stored, Origin wanted) {
        return new SandboxException.Misconfigured(
                "The sandbox in " + folder + " holds " + stored.persons() + " persons of seed "
                        + stored.seed() + ", not " + wanted.persons() + " of seed " + wanted.seed()
                        + ". Ask for what it holds, choose another folder, or start with --reset to throw its state away.");
    }

    static SandboxException runningCannotBeReset(Path folder) {
        return new SandboxException.Temporary(
                "A sandbox is running on " + folder + ", so its state cannot be thrown away. Stop it first.");
    }

    static SandboxException noAnswer(Path folder) {
        return new SandboxException.Temporary("A sandbox holds " + folder
                + " but cannot be reached. Wait until it has started," + " or stop that process and try again.");
    }

    private static SandboxException diskFull(Path folder, Exception cause) {
        return new SandboxException.Unwritable(
                "The disk that holds the sandbox's folder " + folder
                        + " is full. Make room and start again; what was answered before is kept.",
                cause);
    }
}
