// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.wire;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Writes and reads one type.
 *
 * <p>The first byte of every top-level value is the version of its form, so that a later release
 * reads what an earlier one wrote into state.
 */
public interface Codec<T> {
  void write(T value, DataOutput out) throws IOException;

  /**
   * @throws IOException also when the bytes were written by a release that is newer than this one
   */
  T read(DataInput in) throws IOException;
}
