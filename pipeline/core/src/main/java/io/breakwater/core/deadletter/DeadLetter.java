// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.deadletter;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Placeholder until the real one lands. */
public final class DeadLetter {
  private final String json;

  private DeadLetter(String json) {
    this.json = json;
  }

  public static DeadLetter of(
      String reason, String detail, String origin, String offset, byte[] raw) {
    return new DeadLetter(
        "{\"reason\":\""
            + reason
            + "\",\"raw\":\""
            + Base64.getEncoder().encodeToString(raw)
            + "\"}");
  }

  public String key() {
    return json.substring(0, Math.min(64, json.length()));
  }

  public List<byte[]> toJson() {
    return List.of(json.getBytes(StandardCharsets.UTF_8));
  }
}
