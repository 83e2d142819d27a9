// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.kinesis;

/** Hears what became of each record that was handed to a {@link StreamWriter}. */
public interface Receipts {
  /** The stream has it. */
  void accepted(byte[] data, String shardId, String sequenceNumber);

  /**
   * The stream does not have it, and no further attempt is made.
   *
   * @param reason for people
   */
  void refused(byte[] data, String reason);
}
