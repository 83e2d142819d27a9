// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Flow.Subscription;
import org.junit.jupiter.api.Test;

final class LimitedBodyTest {
  private final LimitedBody body = new LimitedBody(10);
  private final Connection connection = new Connection();

  @Test
  void one_that_never_ends_holds_no_connection_once_nobody_waits() {
    body.onSubscribe(connection);
    body.onNext(List.of(ByteBuffer.wrap(new byte[] {1})));

    body.abandon();

    assertThat(connection.cancelled).isTrue();
    assertThat(body.getBody().toCompletableFuture()).isCompletedExceptionally();
  }

  @Test
  void one_that_begins_after_that_is_not_read() {
    body.abandon();

    body.onSubscribe(connection);

    assertThat(connection.cancelled).isTrue();
    assertThat(connection.requested).isFalse();
  }

  @Test
  void one_that_has_ended_stays_as_it_is() {
    body.onSubscribe(connection);
    body.onNext(List.of(ByteBuffer.wrap(new byte[] {1})));
    body.onComplete();

    body.abandon();

    assertThat(body.getBody().toCompletableFuture().join()).containsExactly(1);
    assertThat(connection.cancelled).isFalse();
  }

  private static final class Connection implements Subscription {
    private boolean requested;
    private boolean cancelled;

    @Override
    public void request(long items) {
      requested = true;
    }

    @Override
    public void cancel() {
      cancelled = true;
    }
  }
}
