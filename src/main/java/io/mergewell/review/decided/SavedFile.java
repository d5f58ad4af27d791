package io.mergewell.review.decided;

import io.mergewell.csv.Bytes;
import io.mergewell.csv.ForeignFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/** A file in memory, as it was at one moment. */
final class SavedFile {

    private static final int LARGEST = 1 << 30;
    private static final String SAVE_AS = " In the spreadsheet, save it as CSV UTF-8 and hand that file in.";

    private final Path path;
    private final byte[] content;

    private SavedFile(Path path, byte[] content) {
        this.path = path;
        this.content = content;
    }

    static SavedFile read(Path path, LinkOption... links) {
        if (Files.exists(path, links) && !Files.isRegularFile(path, links)) {
            throw refused(path, "This is not a file.");
        }
        try (InputStream bytes = Files.newInputStream(path, links)) {
            byte[] content = bytes.readNBytes(LARGEST);
            if (content.length == LARGEST) {
                throw refused(path, "This is larger than any review: 1 GiB.");
            }
            SavedFile file = new SavedFile(path, content);
            ForeignFile.kind(file.bytes()).ifPresent(kind -> {
                throw refused(path, "This is " + kind + ", not a CSV file." + SAVE_AS);
            });
            return file;
        } catch (NoSuchFileException e) {
            throw RefusedReviewException.missing(path);
        } catch (AccessDeniedException e) {
            throw refused(path, "This user may not read it.");
        } catch (IOException e) {
            throw refused(path, "It cannot be read (" + e.getClass().getSimpleName() + ").");
        }
    }

    Path path() {
        return path;
    }

    Bytes bytes() {
        return Bytes.of(content);
    }

    String sha256() {
        return DigestUtils.sha256Hex(content);
    }

    /** Whether the last line is ended: one that is not may have been cut off. */
    boolean endsWithLineEnd(Charset charset) {
        int tail = Math.min(content.length, 4);
        String end = new String(content, content.length - tail, tail, charset);
        return end.endsWith("\n") || end.endsWith("\r");
    }

    RefusedReviewException refused(String sentence) {
        return refused(path, sentence);
    }

    private static RefusedReviewException refused(Path path, String sentence) {
        return new RefusedReviewException(path, List.of(Problem.ofFile(sentence)));
    }
}
