// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.breakwater.fakes.Answer;
import io.breakwater.fakes.Call;
import io.breakwater.fakes.FakeService;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Somebody's endpoint that Breakwater posts to, on any path. It accepts a call (204) if {@code
 * X-Breakwater-Signature} is {@code t=<unix seconds>,v1=<hex>}, where the hex is HMAC-SHA256 over
 * the seconds, a dot and the body, with the secret that both know, and the time is less than five
 * minutes off; else it answers 401 and keeps nothing. Several {@code v1} may be given, as while a
 * secret is being changed; one must fit. What repeats an {@code Idempotency-Key} is accepted too,
 * and marked.
 */
public final class WebhookReceiver implements FakeService {
  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final Pattern SIGNATURE = Pattern.compile("t=(\\d{1,12})((?:,v1=[0-9a-f]{64})+)");

  private final List<Delivery> deliveries = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();
  private String secret;
  private long refused;

  /**
   * @param secret that both sides know
   */
  public WebhookReceiver(String secret) {
    this.secret = secret;
  }

  @Override
  public synchronized Answer answer(Call call, Instant now) {
    if (!call.method().equals("POST")) {
      return error(405, "Only POST is allowed here.");
    }
    if (!isSigned(call, now)) {
      refused++;
      return error(401, "The signature is missing, old or wrong.");
    }
    var key = call.header("idempotency-key");
    boolean repeated = key.isPresent() && !keys.add(key.get());
    deliveries.add(new Delivery(now, call, key, repeated));
    return Answer.empty(204);
  }

  /** From now on another secret counts. */
  public synchronized void changeSecret(String secret) {
    this.secret = secret;
  }

  /** What was accepted, repetitions included, in the order in which it came. */
  public synchronized List<Delivery> deliveries() {
    return List.copyOf(deliveries);
  }

  /** What was accepted, each idempotency key once. */
  public synchronized List<Delivery> distinct() {
    return deliveries.stream().filter(delivery -> !delivery.repeated()).toList();
  }

  /** How many calls had no valid signature. */
  public synchronized long refused() {
    return refused;
  }

  /** What the header must hold for a body sent at a time. */
  public static String signature(String secret, Instant at, byte[] body) {
    return "t=" + at.getEpochSecond() + ",v1=" + hmac(secret, at.getEpochSecond(), body);
  }

  private boolean isSigned(Call call, Instant now) {
    var matcher = SIGNATURE.matcher(call.header("x-breakwater-signature").orElse(""));
    if (!matcher.matches()) {
      return false;
    }
    long seconds = Long.parseLong(matcher.group(1));
    var age = Duration.between(Instant.ofEpochSecond(seconds), now).abs();
    var right = hmac(secret, seconds, call.body()).getBytes(StandardCharsets.US_ASCII);
    boolean fits = false;
    for (var given : matcher.group(2).substring(1).split(",", -1)) {
      var hex = given.substring("v1=".length()).getBytes(StandardCharsets.US_ASCII);
      fits |= MessageDigest.isEqual(hex, right);
    }
    return fits && age.compareTo(TOLERANCE) < 0;
  }

  private static String hmac(String secret, long seconds, byte[] body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update((seconds + ".").getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new AssertionError("Every Java has HmacSHA256", e);
    }
  }

  private static Answer error(int status, String message) {
    return Answer.json(status, JsonNodeFactory.instance.objectNode().put("error", message));
  }
}
