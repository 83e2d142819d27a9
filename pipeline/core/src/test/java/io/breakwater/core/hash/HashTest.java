// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.hash;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Known answers: these values are in the state and in the findings of every installation. */
final class HashTest {
  @Test
  void an_identity_is_the_first_half_of_a_standard_sha_256() {
    // printf 'abc\0' | sha256sum
    assertThat(Sha256.identity("abc")).isEqualTo("dc1114cd074914bd872cc1f9a23ec910");
  }

  @Test
  void a_key_is_the_first_eight_bytes_of_the_same() {
    assertThat(Sha256.key("inspector", "finding-1")).isEqualTo(-8227884363077261145L);
  }

  @Test
  void parts_are_kept_apart() {
    assertThat(Sha256.identity("ab", "c")).isNotEqualTo(Sha256.identity("a", "bc"));
  }

  @Test
  void the_running_hash_never_changes() {
    long hash = new Hash64().add("abc").add(42).add(0.5).value();

    assertThat(hash).isEqualTo(-2235037075566163481L);
  }

  @Test
  void texts_of_a_running_hash_are_kept_apart() {
    assertThat(new Hash64().add("ab").add("c").value())
        .isNotEqualTo(new Hash64().add("a").add("bc").value());
  }

  @Test
  void the_order_of_a_running_hash_counts() {
    assertThat(new Hash64().add(1).add(2).value()).isNotEqualTo(new Hash64().add(2).add(1).value());
  }
}
