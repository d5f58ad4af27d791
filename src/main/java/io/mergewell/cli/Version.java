package io.mergewell.cli;

import java.util.Optional;

/** Which Mergewell this is. */
final class Version {

    /** As in the jar's manifest; classes that are in no jar are a development version. */
    static final String NUMBER = Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
            .orElse("(development)");

    private Version() {}
}
