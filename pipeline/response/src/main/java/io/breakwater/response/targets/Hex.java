// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets;

/** Bytes as text. */
public final class Hex {
  private Hex() {}

  /** In small letters. */
  public static String of(byte[] bytes) {
    var hex = new StringBuilder(2 * bytes.length);
    for (byte one : bytes) {
      hex.append(Character.forDigit((one >> 4) & 0xf, 16))
          .append(Character.forDigit(one & 0xf, 16));
    }
    return hex.toString();
  }
}
