// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.servicenow;

import java.util.Locale;
import java.util.SplittableRandom;

/** Ids in hexadecimal digits, the same ones in each run. Not thread-safe. */
final class Ids {
  private final SplittableRandom random = new SplittableRandom(1);

  String hex(int digits) {
    var text = new StringBuilder();
    while (text.length() < digits) {
      text.append(String.format(Locale.ROOT, "%016x", random.nextLong()));
    }
    return text.substring(0, digits);
  }
}
