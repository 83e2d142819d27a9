// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.aws;

import java.util.SplittableRandom;
import java.util.UUID;

/** Ids in the form of UUIDs, the same ones in each run. Not thread-safe. */
final class RequestIds {
  private final SplittableRandom random = new SplittableRandom(1);

  String next() {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }
}
