// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.secret;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.response.secret.CachedSecret.Lease;
import io.breakwater.response.simulation.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class CachedSecretTest {
  private final World world = new World(Instant.parse("2026-11-27T10:00:00Z"));
  private final List<CompletableFuture<Lease>> fetches = new ArrayList<>();
  private final CachedSecret secret =
      new CachedSecret(
          "a token",
          () -> {
            var fetch = new CompletableFuture<Lease>();
            fetches.add(fetch);
            return fetch;
          },
          world);

  @Test
  void it_is_fetched_once_for_all_who_wait() {
    var first = secret.value();
    var second = secret.value();
    arrives(0, "one");

    assertThat(first).isCompletedWithValue("one");
    assertThat(second).isCompletedWithValue("one");
    assertThat(secret.value()).isCompletedWithValue("one");
    assertThat(fetches).hasSize(1);
  }

  @Test
  void it_is_fetched_again_when_it_is_no_longer_good() {
    var unused = secret.value();
    arrives(0, "one");
    world.pass(Duration.ofMinutes(5));

    var later = secret.value();
    arrives(1, "two");

    assertThat(later).isCompletedWithValue("two");
  }

  @Test
  void it_is_fetched_again_when_it_was_turned_away() {
    var unused = secret.value();
    arrives(0, "one");

    secret.turnedAway();
    var later = secret.value();
    arrives(1, "two");

    assertThat(later).isCompletedWithValue("two");
  }

  @Test
  void a_fetch_that_fails_is_not_kept() {
    var first = secret.value();
    fetches.get(0).completeExceptionally(new NoSecretException("not now"));
    var second = secret.value();
    arrives(1, "two");

    assertThat(first).isCompletedExceptionally();
    assertThat(second).isCompletedWithValue("two");
  }

  @Test
  void who_cancels_cancels_for_nobody_else() {
    var first = secret.value();
    var second = secret.value();
    first.cancel(true);
    arrives(0, "one");

    assertThat(second).isCompletedWithValue("one");
  }

  @Test
  void a_source_that_has_it_at_once_is_asked_once() {
    var asked = new ArrayList<String>();
    var quick =
        new CachedSecret(
            "a token",
            () -> {
              asked.add("asked");
              return completedFuture(new Lease("one", world.instant().plusSeconds(1)));
            },
            world);

    assertThat(quick.value()).isCompletedWithValue("one");
    assertThat(quick.value()).isCompletedWithValue("one");
    assertThat(asked).hasSize(1);
  }

  @Test
  void it_is_not_told() {
    assertThat(secret).hasToString("a token");
    assertThat(new Lease("hush-hush-4711", world.instant()).toString()).doesNotContain("hush");
  }

  private void arrives(int fetch, String value) {
    fetches.get(fetch).complete(new Lease(value, world.instant().plus(Duration.ofMinutes(5))));
  }
}
