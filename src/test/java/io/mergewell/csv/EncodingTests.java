package io.mergewell.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingTests {

    private static final String TEXT = "id;name\n1;Zoë Müller\n2;Łukasz Ćwik\n3;山田太郎\n4;€ 5\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "UTF-8,    '',     UTF-8",
        "UTF-8,    EFBBBF, UTF-8",
        "UTF-16LE, FFFE,   UTF-16LE",
        "UTF-16BE, FEFF,   UTF-16BE",
        "UTF-16LE, '',     UTF-16LE",
        "UTF-16BE, '',     UTF-16BE"
    })
    void findsOutWhatAFileIsWrittenIn(String written, String mark, String found) throws IOException {
        Path file = file(HexFormat.of().parseHex(mark), TEXT.getBytes(Charset.forName(written)));

        Encoding encoding = Encoding.of(Bytes.of(file));

        assertThat(encoding.charset()).isEqualTo(Charset.forName(found));
        assertThat(text(encoding, file)).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @CsvSource({"Zoë Müller", "10 € – “quoted”", "Ñandú", "naïve café"})
    void takesWhatIsNoUtf8ForWindows1252(String value) throws IOException {
        String text = "id;name\n1;" + value + "\n";
        Path file = file(text.getBytes(Charset.forName("windows-1252")));

        Encoding encoding = Encoding.of(Bytes.of(file));

        assertThat(encoding.charset()).isEqualTo(Charset.forName("windows-1252"));
        assertThat(text(encoding, file)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"'id,Zoë, 山田', true", "'', true", "'id,a~b', false"})
    void knowsWhetherEveryCharacterMeansSomething(String text, boolean clean) throws IOException {
        byte[] bytes = text.replace('~', '\0').getBytes(StandardCharsets.UTF_8);

        assertThat(Encoding.of(Bytes.of(file(bytes))).clean()).isEqualTo(clean);
    }

    @ParameterizedTest
    @CsvSource({"at the start, 0", "beyond any prefix, 200000"})
    void aDamagedPlaceDoesNotTurnAllAccentsIntoGarbage(String where, int before) throws IOException {
        byte[] umlauts = "Müller\n".repeat(20 + before / 7).getBytes(StandardCharsets.UTF_8);
        Path file = file(umlauts, new byte[] {(byte) 0xFF}, "Zoë\n".getBytes(StandardCharsets.UTF_8));

        Encoding encoding = Encoding.of(Bytes.of(file));

        assertThat(encoding.charset()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(encoding.clean()).isFalse();
        assertThat(text(encoding, file)).startsWith("Müller").endsWith("\uFFFDZoë\n");
    }

    @Property(tries = 3000)
    void theUtf8CheckAgreesWithTheJdk(
            @ForAll("telling bytes") byte[] bytes, @ForAll @IntRange(min = 1, max = 9) int chunk) {
        assertThat(check(bytes, chunk).fits()).isEqualTo(isUtf8(bytes));
    }

    /** The bytes at which the rules of UTF-8 change. */
    @Provide("telling bytes")
    Arbitrary<byte[]> tellingBytes() {
        return Arbitraries.of(
                        0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC,
                        0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF)
                .list()
                .ofMaxSize(12)
                .map(EncodingTests::bytes);
    }

    @Property(tries = 300)
    void theUtf8CheckAcceptsAllText(@ForAll String text, @ForAll @IntRange(min = 1, max = 9) int chunk) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        assertThat(check(bytes, chunk).fits()).isTrue();
        assertThat(check(bytes, chunk).zeroSeen()).isEqualTo(text.indexOf('\0') >= 0);
    }

    private static byte[] bytes(List<Integer> values) {
        byte[] bytes = new byte[values.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = values.get(i).byteValue();
        }
        return bytes;
    }

    private static Utf8Check check(byte[] bytes, int chunk) {
        Utf8Check check = new Utf8Check();
        for (int from = 0; from < bytes.length; from += chunk) {
            check.take(ByteBuffer.wrap(bytes, from, Math.min(chunk, bytes.length - from)));
        }
        return check;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }

    private Path file(byte[]... parts) throws IOException {
        Path file = folder.resolve("persons.csv");
        Files.write(file, new byte[0]);
        for (byte[] part : parts) {
            Files.write(file, part, StandardOpenOption.APPEND);
        }
        return file;
    }

    private static String text(Encoding encoding, Path file) throws IOException {
        StringWriter text = new StringWriter();
        try (Reader reader = encoding.reader(Bytes.of(file))) {
            reader.transferTo(text);
        }
        return text.toString();
    }
}
