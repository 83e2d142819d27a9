// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.fakes.FakeServer;
import io.breakwater.fakes.FakeService;
import io.breakwater.fakes.Trouble;
import io.breakwater.fakes.Troubles;
import io.breakwater.response.http.JdkHttp;
import io.breakwater.response.message.MessageKind;
import io.breakwater.response.secret.Secret;
import io.breakwater.response.simulation.World;
import io.breakwater.response.targets.Outcome.End;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds of each target that is told by HTTP with a secret. */
public abstract class MessageTargetContract {
  private static final Message ANY = Samples.message(MessageKind.OPENED, Samples.notice());
  private static final String WRONG = "wrong-secret-4711";

  protected final World world = new World(Instant.parse("2026-11-27T10:00:00Z"));
  protected final JdkHttp http = new JdkHttp(Duration.ofMillis(500));
  protected FakeServer server;

  /** The stand-in that knows {@link Samples#SECRET}. */
  protected abstract FakeService service();

  /** How many messages it has by now. */
  protected abstract int arrived();

  /** As usual, at {@link #server}. */
  protected abstract MessageTarget target(Secret secret);

  @BeforeEach
  final void start() {
    server = FakeServer.start(service(), Troubles.none(), world);
  }

  @AfterEach
  final void stop() {
    server.close();
  }

  protected final MessageTarget target() {
    return target(secret(Samples.SECRET));
  }

  protected static Secret secret(String value) {
    return () -> completedFuture(value);
  }

  /** Another one is there in its place. */
  protected final void serve(FakeService other) {
    restart(other, Troubles.none());
  }

  private void restart(FakeService service, Troubles troubles) {
    server.close();
    server = FakeServer.start(service, troubles, world);
  }

  @Test
  final void a_wrong_secret_is_the_matter_of_everybody_and_is_asked_for_anew() {
    var wrong = new CountingSecret();

    var outcome = target(wrong).send(ANY).join();

    assertThat(outcome.end()).isEqualTo(End.NOT_DONE);
    assertThat(outcome.isOfTarget()).isTrue();
    assertThat(Samples.told(outcome)).doesNotContain(WRONG);
    assertThat(wrong.turnedAway).isEqualTo(1);
    assertThat(arrived()).isZero();
  }

  @Test
  final void without_a_secret_nothing_is_sent() {
    Secret none = () -> CompletableFuture.failedFuture(new IllegalStateException(Samples.SECRET));

    var outcome = target(none).send(ANY).join();

    assertThat(outcome.end()).isEqualTo(End.NOT_DONE);
    assertThat(Samples.told(outcome)).doesNotContain(Samples.SECRET);
    assertThat(arrived()).isZero();
  }

  @Test
  final void one_that_is_busy_is_left_alone_for_as_long_as_it_says() {
    restart(service(), Troubles.scripted(Trouble.THROTTLED).withRetryAfter(Duration.ofSeconds(9)));

    var outcome = target().send(ANY).join();

    assertThat(outcome.end()).isEqualTo(End.NOT_DONE);
    assertThat(outcome.retryAfter()).contains(Duration.ofSeconds(9));
    assertThat(arrived()).isZero();
  }

  @ParameterizedTest
  @EnumSource(
      value = Trouble.class,
      names = {"ERROR_BEFORE", "ERROR_AFTER", "STALL_BEFORE", "STALL_AFTER", "LOST_ANSWER"})
  final void nobody_knows_what_became_of_what_was_not_answered(Trouble trouble) {
    restart(service(), Troubles.scripted(trouble));

    assertThat(target().send(ANY).join().end()).isEqualTo(End.UNCLEAR);
    assertThat(arrived()).isEqualTo(trouble.hasEffect() ? 1 : 0);
  }

  @Test
  final void what_cannot_be_reached_has_not_been_done() {
    server.close();

    assertThat(target().send(ANY).join().end()).isEqualTo(End.NOT_DONE);
  }

  private static final class CountingSecret implements Secret {
    private int turnedAway;

    @Override
    public CompletableFuture<String> value() {
      return completedFuture(WRONG);
    }

    @Override
    public synchronized void turnedAway() {
      turnedAway++;
    }
  }
}
