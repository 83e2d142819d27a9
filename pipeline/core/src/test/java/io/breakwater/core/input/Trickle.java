// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.input;

import java.io.ByteArrayInputStream;

/** A source that hands out a few bytes at a time and never says how many are to come. */
final class Trickle extends ByteArrayInputStream {
  private final int most;

  Trickle(byte[] bytes, int most) {
    super(bytes);
    this.most = most;
  }

  @Override
  public synchronized int read(byte[] into, int offset, int length) {
    return super.read(into, offset, Math.min(length, most));
  }

  @Override
  public synchronized int available() {
    return 0;
  }
}
