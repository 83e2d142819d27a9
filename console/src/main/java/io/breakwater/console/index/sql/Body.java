// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import com.github.luben.zstd.Zstd;
import java.nio.charset.StandardCharsets;

/** A record, compressed. */
final class Body {
  private static final int LEVEL = 3;

  private Body() {}

  static byte[] compressed(byte[] record) {
    return Zstd.compress(record, LEVEL);
  }

  static String text(byte[] compressed) {
    long size = Zstd.getFrameContentSize(compressed);
    return new String(Zstd.decompress(compressed, Math.toIntExact(size)), StandardCharsets.UTF_8);
  }
}
