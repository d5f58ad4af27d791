package io.mergewell.review.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTests {

    @TempDir
    private Path folder;

    @Test
    void letsOnlyTheOwnerReadTheFileAndTheFoldersItMakes() throws IOException {
        Path file = folder.resolve("acme/run/a.txt");

        write(file, "x");

        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(mode(file.getParent())).isEqualTo("rwx------");
        assertThat(mode(file.getParent().getParent())).isEqualTo("rwx------");
    }

    @Test
    void replacesAnOlderFileAndLeavesNothingElseBehind() throws IOException {
        Path file = folder.resolve("a.txt");
        write(file, "old");
        Files.writeString(folder.resolve(".a.txt.tmp"), "left by a run that was killed");

        write(file, "new");

        assertThat(file).hasContent("new");
        assertThat(Files.list(folder)).containsExactly(file);
    }

    @Test
    void saysTheDigestOfWhatItWrote() {
        assertThat(write(folder.resolve("a.txt"), "abc").sha256())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void keepsTheOldFileWhenTheNewOneCannotBeFinished() {
        Path file = folder.resolve("a.txt");
        write(file, "old");

        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write('n');
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(ReviewException.class)
                .hasMessage(
                        "Cannot write " + file + ": No space left on device. Nothing was half-written, and an older "
                                + "file of that name is as it was. Make room or set the permissions right, then run the same "
                                + "command again.");

        assertThat(file).hasContent("old");
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void refusesToWriteThroughASymbolicLink() throws IOException {
        Path foreign = Files.writeString(folder.resolve("foreign.txt"), "foreign");
        Path link = Files.createSymbolicLink(folder.resolve("a.txt"), foreign);

        assertThatThrownBy(() -> write(link, "x"))
                .isInstanceOf(ReviewException.class)
                .hasMessageContaining("there is a symbolic link of that name");

        assertThat(foreign).hasContent("foreign");
    }

    @Test
    void refusesAFolderThatIsASymbolicLink() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(folder.resolve("run"), elsewhere);

        assertThatThrownBy(() -> write(link.resolve("a.txt"), "x"))
                .isInstanceOf(ReviewException.class)
                .hasMessageContaining("the folder is a symbolic link");

        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void refusesToReplaceAFolder() throws IOException {
        Path inTheWay = Files.createDirectory(folder.resolve("a.txt"));

        assertThatThrownBy(() -> write(inTheWay, "x"))
                .isInstanceOf(ReviewException.class)
                .hasMessageContaining("something that is not a file has that name");
    }

    @Test
    void saysThatAFileStandsWhereAFolderShould() throws IOException {
        Path file = Files.writeString(folder.resolve("run"), "x");

        assertThatThrownBy(() -> write(file.resolve("a.txt"), "x"))
                .isInstanceOf(ReviewException.class)
                .hasMessageContaining("a.txt: file already exists. Nothing was half-written");
    }

    private static Artefact write(Path file, String text) {
        return AtomicFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
