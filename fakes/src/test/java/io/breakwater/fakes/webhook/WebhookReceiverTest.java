// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.fakes.Answer;
import io.breakwater.fakes.Call;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WebhookReceiverTest {
  private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
  private static final String SECRET = "secret-1";
  private static final String BODY = "{\"uid\":\"1\"}";

  private final WebhookReceiver receiver = new WebhookReceiver(SECRET);

  @Test
  void the_signature_is_what_anyone_computes_by_the_rule() {
    // Computed elsewhere, over the seconds, the dot and the body.
    assertThat(WebhookReceiver.signature(SECRET, Instant.ofEpochSecond(1_795_773_600), bytes()))
        .isEqualTo(
            "t=1795773600,v1="
                + "49786519c1f74497b16449da4dec9f03c04b48f4d8a261ff7d6973a9a34697b7");
  }

  @Test
  void a_signed_call_is_kept_with_its_key() {
    var answer = post(signed(NOW), "key-1", BODY);

    assertThat(answer.status()).isEqualTo(204);
    assertThat(receiver.deliveries()).hasSize(1);
    assertThat(receiver.deliveries().get(0).idempotencyKey()).hasValue("key-1");
    assertThat(receiver.deliveries().get(0).call().text()).isEqualTo(BODY);
  }

  @Test
  void a_repeated_key_is_accepted_and_marked() {
    post(signed(NOW), "key-1", BODY);
    post(signed(NOW), "key-1", BODY);
    post(signed(NOW), "key-2", BODY);

    assertThat(receiver.deliveries())
        .extracting(Delivery::repeated)
        .containsExactly(false, true, false);
    assertThat(receiver.distinct()).hasSize(2);
  }

  @Test
  void another_body_does_not_fit() {
    assertThat(post(signed(NOW), "key-1", BODY + " ").status()).isEqualTo(401);
    assertThat(receiver.deliveries()).isEmpty();
    assertThat(receiver.refused()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {-300, 300})
  void a_time_five_minutes_off_does_not_fit(long seconds) {
    assertThat(post(signed(NOW.plusSeconds(seconds)), "key-1", BODY).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "t=1", "v1=00", "t=one,v1=00"})
  void what_is_no_signature_does_not_fit(String signature) {
    assertThat(post(signature, "key-1", BODY).status()).isEqualTo(401);
  }

  @Test
  void while_the_secret_changes_one_of_two_signatures_must_fit() {
    receiver.changeSecret("secret-2");
    var other = WebhookReceiver.signature("secret-2", NOW, bytes());

    var old = post(signed(NOW), "key-1", BODY);
    var both = post(signed(NOW) + other.substring(other.indexOf(',')), "key-2", BODY);

    assertThat(old.status()).isEqualTo(401);
    assertThat(both.status()).isEqualTo(204);
  }

  @Test
  void only_posts_are_taken() {
    assertThat(receiver.answer(Call.of("GET", "/", Map.of(), ""), NOW).status()).isEqualTo(405);
  }

  private static String signed(Instant at) {
    return WebhookReceiver.signature(SECRET, at, bytes());
  }

  private static byte[] bytes() {
    return BODY.getBytes(StandardCharsets.UTF_8);
  }

  private Answer post(String signature, String key, String body) {
    var headers = Map.of("X-Breakwater-Signature", signature, "Idempotency-Key", key);
    return receiver.answer(Call.of("POST", "/hook", headers, body), NOW);
  }
}
