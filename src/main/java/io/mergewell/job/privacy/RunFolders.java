package io.mergewell.job.privacy;

import io.mergewell.review.files.ReviewException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folders of runs in a job's reports. Links are none, wherever they lead. */
record RunFolders(Path reports) {

    private static final Pattern NAME = Pattern.compile("\\d{8}-\\d{6}-[0-9a-f]{4}");
    private static final DateTimeFormatter BEGUN = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT);

    /** All of them, the oldest first. */
    List<Path> all() {
        return in(reports).stream()
                .filter(folder -> begunAt(folder).isPresent() && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS))
                .toList();
    }

    /** When the run of a folder began, by its name; empty if it is no run's. */
    static Optional<Instant> begunAt(Path folder) {
        String name = folder.getFileName().toString();
        try {
            return NAME.matcher(name).matches()
                    ? Optional.of(
                            LocalDateTime.parse(name.substring(0, 15), BEGUN).toInstant(ZoneOffset.UTC))
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** What lies in a folder, by name; nothing if there is none. */
    static List<Path> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw ReviewException.cannotRead(folder, e);
        }
    }

    /** The files in a folder that are not hidden, as the locks of spreadsheets are; no links. */
    static List<Path> visibleFiles(Path folder) {
        return in(folder).stream()
                .filter(file -> isFile(file) && !file.getFileName().toString().matches("[.~].*"))
                .toList();
    }

    /** Whether it is a file and no link. */
    static boolean isFile(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }
}
