// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.simulation;

import io.breakwater.fakes.Call;
import io.breakwater.fakes.Exchange;
import io.breakwater.fakes.FakeService;
import io.breakwater.fakes.Troubles;
import io.breakwater.response.http.Http;
import io.breakwater.response.http.HttpAnswer;
import io.breakwater.response.http.HttpCall;
import io.breakwater.response.http.NotSentException;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * A network between the job and one fake. What was sent arrives and has its effect, also when the
 * process that sent it ends meanwhile.
 */
public final class SimulatedHttp implements Http {
  public static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final World world;
  private final FakeService service;
  private final Troubles troubles;
  private final SplittableRandom random;
  private boolean down;
  private String hidden;
  private long calls;

  public SimulatedHttp(World world, FakeService service, Troubles troubles, long seed) {
    this.world = world;
    this.service = service;
    this.troubles = troubles;
    this.random = new SplittableRandom(seed);
  }

  /** Nothing can be reached. */
  public void takeDown() {
    down = true;
  }

  /** What is below this path is not there for whoever asks, as if he might not see it. */
  public void hide(String path) {
    hidden = path;
  }

  public void bringUp() {
    down = false;
    hidden = null;
  }

  public long calls() {
    return calls;
  }

  @Override
  public CompletableFuture<HttpAnswer> send(HttpCall call) {
    var future = new CompletableFuture<HttpAnswer>();
    calls++;
    if (down) {
      world.in(
          millis(1, 50),
          () -> future.completeExceptionally(new NotSentException("connection refused")));
      return future;
    }
    if (hidden != null && call.address().getPath().startsWith(hidden)) {
      var answer = new HttpAnswer(404, new TreeMap<>(), new byte[0]);
      world.in(millis(5, 200), () -> future.complete(answer));
      return future;
    }
    world.in(millis(5, 200), () -> arrive(call, future));
    return future;
  }

  private void arrive(HttpCall call, CompletableFuture<HttpAnswer> future) {
    var address = call.address();
    var target =
        address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
    var exchange =
        Exchange.of(
            service,
            troubles,
            Call.of(call.method(), target, call.headers(), call.body()),
            world.instant());
    switch (exchange.trouble()) {
      case STALL_BEFORE, STALL_AFTER ->
          world.in(
              TIMEOUT,
              () -> future.completeExceptionally(new HttpTimeoutException("request timed out")));
      case LOST_ANSWER ->
          world.in(millis(5, 200), () -> future.completeExceptionally(new IOException("cut off")));
      case SLOW -> answer(exchange, future, millis(1_000, 25_000));
      default -> answer(exchange, future, millis(5, 200));
    }
  }

  private void answer(Exchange exchange, CompletableFuture<HttpAnswer> future, Duration wait) {
    var answer = exchange.answer().orElseThrow();
    var headers = new TreeMap<String, String>();
    answer.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    world.in(wait, () -> future.complete(new HttpAnswer(answer.status(), headers, answer.body())));
  }

  private Duration millis(int from, int to) {
    return Duration.ofMillis(random.nextInt(from, to));
  }
}
