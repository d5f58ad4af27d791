package io.mergewell.cli;

import io.mergewell.cli.voice.Meant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said of a command line that cannot be read. */
final class Misuse {

    private Misuse() {}

    /** What is wrong, and what was meant if that can be told. */
    static String sentence(ParameterException misuse) {
        return String.valueOf(misuse.getMessage()).strip()
                + meant(misuse).map(meant -> ". Did you mean " + meant + "?").orElse("");
    }

    private static Optional<String> meant(ParameterException misuse) {
        return misuse instanceof UnmatchedArgumentException unmatched
                ? unmatched.getUnmatched().stream()
                        .findFirst()
                        .flatMap(word -> Meant.of(word.replaceFirst("=.*", ""), known(unmatched)))
                : Optional.empty();
    }

    private static List<String> known(UnmatchedArgumentException unmatched) {
        CommandLine command = unmatched.getCommandLine();
        return unmatched.isUnknownOption()
                ? command.getCommandSpec().options().stream()
                        .flatMap(option -> Stream.of(option.names()))
                        .toList()
                : List.copyOf(command.getSubcommands().keySet());
    }

    /** Reads one of some words, in whatever case. */
    static <E extends Enum<E>> ITypeConverter<E> oneOf(Class<E> words) {
        List<E> known = List.of(words.getEnumConstants());
        return written -> known.stream()
                .filter(word -> word.toString().equalsIgnoreCase(written))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("must be "
                        + String.join(" or ", known.stream().map(Enum::toString).toList()) + ", not '" + written
                        + "'"));
    }
}
