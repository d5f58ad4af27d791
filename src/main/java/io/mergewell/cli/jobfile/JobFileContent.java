package io.mergewell.cli.jobfile;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * The YAML of a job file.
 *
 * @param digest SHA-256 of the bytes as hexadecimal digits
 */
record JobFileContent(Node root, String digest) {

    private static final int LARGEST = 1 << 20;

    static JobFileContent read(Path path) {
        byte[] bytes = bytes(path);
        return new JobFileContent(root(path, text(path, bytes)), digest(bytes));
    }

    private static byte[] bytes(Path path) {
        Place place = new Place(path, 0);
        try {
            if (Files.isDirectory(path)) {
                throw place.error("is a folder. Name the job file in it.");
            }
            if (Files.size(path) > LARGEST) {
                throw place.error("is larger than 1 MiB, so it is no job file.");
            }
            return Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            throw place.error("there is no such file. Copy one of those in jobs/ to begin with.");
        } catch (IOException e) {
            throw place.error("cannot be read. Check who may read it.");
        }
    }

    private static String text(Path path, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Place(path, 0).error("is not UTF-8 text. Save it as UTF-8.");
        }
    }

    private static Node root(Path path, String text) {
        try {
            @Nullable Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (root == null) {
                throw new Place(path, 0).error("is empty. A job needs at least crm.type.");
            }
            return root;
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            throw new Place(path, line).error("this is not YAML: " + e.getProblem() + ".");
        } catch (YAMLException e) {
            throw new Place(path, 0).error("is not YAML. Only printable text may stand in it.");
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
