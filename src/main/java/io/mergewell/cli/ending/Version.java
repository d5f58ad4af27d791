package io.mergewell.cli.ending;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Which Mergewell this is. */
public final class Version implements IVersionProvider {

    /** As in the jar's manifest; classes that are in no jar are a development version. */
    static final String NUMBER = Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
            .orElse("(development)");

    @Override
    public String[] getVersion() {
        return new String[] {"Mergewell " + NUMBER + " on Java " + Runtime.version()};
    }
}
