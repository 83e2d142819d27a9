// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** A body up to a length. What is longer is a failure before it fills the memory. */
final class LimitedBody implements BodySubscriber<byte[]> {
  private final int most;
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private volatile Subscription subscription;

  LimitedBody(int most) {
    this.most = most;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Subscription to) {
    subscription = to;
    if (body.isDone()) {
      to.cancel();
    } else {
      to.request(Long.MAX_VALUE);
    }
  }

  /**
   * Nobody waits for it any more. Java 11 goes on to read when an exchange is cancelled, and keeps
   * the connection for as long as the other side sends.
   */
  void abandon() {
    boolean goesOn =
        body.completeExceptionally(new IOException("nobody waits for the answer any more"));
    if (goesOn && subscription != null) {
      subscription.cancel();
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (var buffer : buffers) {
      if (body.isDone()) {
        return;
      }
      if (bytes.size() + buffer.remaining() > most) {
        subscription.cancel();
        body.completeExceptionally(new IOException("the answer has more than " + most + " bytes"));
        return;
      }
      var part = new byte[buffer.remaining()];
      buffer.get(part);
      bytes.write(part, 0, part.length);
    }
  }

  @Override
  public void onError(Throwable failure) {
    body.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    body.complete(bytes.toByteArray());
  }
}
