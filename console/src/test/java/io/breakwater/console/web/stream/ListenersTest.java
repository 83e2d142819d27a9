// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.breakwater.console.web.Refused;
import org.junit.jupiter.api.Test;

final class ListenersTest {
  private final Listeners listeners = new Listeners(3, 2);

  private Refused refused(String person) {
    return catchThrowableOfType(Refused.class, () -> listeners.enter(person));
  }

  @Test
  void nobody_takes_the_place_of_all() {
    listeners.enter("ada");
    listeners.enter("ada");

    assertThat(refused("ada").status()).isEqualTo(429);
    assertThat(refused("ada")).hasMessageContaining("2 listeners of ada");
    assertThat(refused("ada").retryAfter()).isPresent();
    assertThatCode(() -> listeners.enter("bob")).doesNotThrowAnyException();
  }

  @Test
  void there_is_an_end_to_how_many_listen() {
    listeners.enter("ada");
    listeners.enter("bob");
    listeners.enter("eve");

    assertThat(refused("mallory")).hasMessageContaining("3 listeners already");
  }

  @Test
  void who_leaves_makes_room() {
    listeners.enter("ada");
    listeners.enter("ada");
    listeners.enter("bob");

    listeners.leave("ada");

    assertThatCode(() -> listeners.enter("ada")).doesNotThrowAnyException();
    assertThat(refused("eve")).isNotNull();
  }
}
