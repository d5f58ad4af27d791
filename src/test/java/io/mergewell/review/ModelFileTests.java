package io.mergewell.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergewell.match.Thresholds;
import io.mergewell.match.TrainedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFileTests {

    private static final TrainedModel MODEL = new TrainedModel(
            -12.5,
            new Thresholds(0.5, 2),
            List.of(new TrainedModel.Field(
                    "e-mail",
                    List.of(
                            new TrainedModel.Level("the same", 0.6, 0.0001, 12.55),
                            new TrainedModel.Level("different", 0.4, 0.9999, -1.32)))));

    @TempDir
    private Path folder;

    @Test
    void readsWhatItWrote() throws IOException {
        Path file = ModelFile.write(folder, MODEL).path();

        assertThat(ModelFile.read(file)).isEqualTo(MODEL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[1]",
                "not json",
                "{\"schemaVersion\":1,\"priorBits\":-12,\"thresholds\":{\"review\":0.9,\"auto\":0.1},\"fields\":[]}",
                "{\"schemaVersion\":1,\"priorBits\":-12,\"thresholds\":{\"review\":0.5,\"auto\":0.9},\"fields\":[{\"name\":"
                        + "\"e-mail\",\"levels\":[{\"label\":\"x\",\"matches\":0,\"different\":0,\"bits\":0}]}]}"
            })
    void refusesWhatIsNoModelInASentence(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("model.json"), content);

        assertThatThrownBy(() -> ModelFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage("it is no model.json that a run has written");
    }

    @Test
    void refusesAModelOfALaterVersion() throws IOException {
        Path file = ModelFile.write(folder, MODEL).path();
        Files.writeString(file, Files.readString(file).replace("\"schemaVersion\" : 1", "\"schemaVersion\" : 2"));

        assertThatThrownBy(() -> ModelFile.read(file)).hasMessageContaining("version 2");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThatThrownBy(() -> ModelFile.read(folder.resolve("model.json"))).hasMessage("it cannot be read");
    }
}
