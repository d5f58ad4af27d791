package io.mergewell.store.memory;

import io.mergewell.plan.Plan;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 over everything a stored plan holds, so that a changed row is noticed before anybody acts on it. */
final class ContentDigest {

    private ContentDigest() {}

    /** @param groups the plan's groups as they are stored */
    static String of(Plan plan, List<String> groups) {
        MessageDigest sha256 = sha256();
        add(sha256, List.of(plan.id(), plan.digest(), plan.job(), Long.toString(plan.persons())));
        add(sha256, groups);
        add(sha256, plan.notes());
        return HexFormat.of().formatHex(sha256.digest());
    }

    static void require(String expected, Plan plan, List<String> groups) {
        if (!of(plan, groups).equals(expected)) {
            throw new IllegalArgumentException("The stored plan " + plan.id()
                    + " is not what was frozen and was not used. Run the dry run again to make a new plan.");
        }
    }

    private static void add(MessageDigest sha256, List<String> texts) {
        sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(texts.size()).flip());
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            sha256.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
            sha256.update(bytes);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
