// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the console shows, made from the output streams and from nothing else: a store that is lost
 * is made again from them, and is the same.
 *
 * <p>It follows the contract of {@code docs/siem.md}. The last record in the order of a stream is
 * the state of its exposure; the revision that is held already is a duplicate; a close of what is
 * not open means nothing. A revision from replayed events does not displace a live one: it is in
 * the history only.
 *
 * <p>There is one writer at a time; reading goes on beside it and sees whole batches.
 */
public interface Index extends AutoCloseable {
  /**
   * Takes records in, and with them their places, in one transaction: after a failure none or all
   * of the batch is in. A record at or before the place that its shard has reached changes nothing,
   * so a batch may be given again, in part or as a whole.
   *
   * @param batch those of one shard in their order, and those of a parent before those of its
   *     children; some hundred at a time are fast
   * @throws IndexException when the store fails
   */
  Applied apply(List<StreamRecord> batch);

  /** Of each shard of a stream the place of the last record that is in the index. */
  Map<String, Sequence> reached(RecordStream stream);

  /**
   * Forgets one small batch of what is too old.
   *
   * @return how much; call it again until it is 0
   */
  int retain(Retention retention, Instant now);

  /**
   * Calls the listener after each batch that changed an exposure or an alert, once readers can see
   * it, in the thread that has given the batch: it has to be quick, and not to throw. What other
   * processes write is not heard of.
   */
  void onChange(Runnable listener);

  /** What pages ask for. */
  Reader reader();

  @Override
  void close();
}
