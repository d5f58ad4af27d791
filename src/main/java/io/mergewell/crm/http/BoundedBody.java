package io.mergewell.crm.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Collects a body, and hangs up as soon as it is longer than any honest one. */
final class BoundedBody implements BodySubscriber<byte[]> {

    /** Pages of 500 persons are a few megabytes. */
    static final int LIMIT = 64 << 20;

    private final CompletableFuture<byte[]> result = new CompletableFuture<>();
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream(1 << 14);
    private Flow.@Nullable Subscription subscription;

    @Override
    public CompletionStage<byte[]> getBody() {
        return result;
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
        subscription = newSubscription;
        newSubscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            if (collected.size() + buffer.remaining() > LIMIT) {
                hangUp();
                return;
            }
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            collected.writeBytes(bytes);
        }
    }

    @Override
    public void onError(Throwable trouble) {
        result.completeExceptionally(trouble);
    }

    @Override
    public void onComplete() {
        result.complete(collected.toByteArray());
    }

    private void hangUp() {
        if (subscription != null) {
            subscription.cancel();
        }
        result.completeExceptionally(new TooLong());
    }

    /** The body unzipped; {@link TooLong} if a small one unfolds to a huge one. */
    static byte[] unzipped(byte[] body) throws IOException {
        try (GZIPInputStream unzipping = new GZIPInputStream(new ByteArrayInputStream(body), 1 << 14)) {
            byte[] bytes = unzipping.readNBytes(LIMIT + 1);
            if (bytes.length > LIMIT) {
                throw new TooLong();
            }
            return bytes;
        }
    }

    /** The body is over the limit. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
