package io.mergewell.crm.csv;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.PersonSource;
import io.mergewell.crm.ReadScope;
import io.mergewell.crm.settings.CsvColumns;
import io.mergewell.crm.systems.PersonFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForeignFileTests {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "504b030414000600, is a workbook (or another archive)",
        "d0cf11e0a1b11ae1, is a workbook of an older Excel",
        "255044462d312e37, is a PDF document",
        "1f8b0800000000ff, is a compressed file",
        "7f454c4602010100, is not a text file",
        "e5f6c70a000102ff, is not a text file"
    })
    void saysWhatAFileIsInsteadOfAList(String bytes, String what) throws IOException {
        Files.write(file(), HexFormat.of().parseHex(bytes));
        assertThatThrownBy(this::read)
                .isInstanceOf(CrmException.UnreadableInput.class)
                .hasMessageContaining(file() + " " + what)
                .hasMessageContaining("Save the list as CSV");
    }

    @Test
    void readsAListWhoseTextBeginsAsAnArchiveWould() throws IOException {
        Files.writeString(file(), "PK,id\nx,1\n", StandardCharsets.UTF_8);
        assertThatCode(this::read).doesNotThrowAnyException();
    }

    private void read() {
        CsvColumns columns = new CsvColumns(
                "id",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                new TreeMap<>());
        try (PersonSource source = PersonFiles.csv(file(), columns)) {
            source.page(new ReadScope.Everything(), null);
        }
    }

    private Path file() {
        return folder.resolve("persons.csv");
    }
}
