// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.state;

import io.breakwater.console.index.Sequence;
import java.util.OptionalLong;

/**
 * Where an exposure or an alert stands, as far as the next revision depends on it.
 *
 * @param revisionUid what was said last
 * @param latest the place of the last record in the order of the stream that was taken in
 * @param said the place of the record that said it first: that is where its text is kept
 * @param changed when it came to this, in milliseconds since 1970; never before the change before
 * @param opened when the episode opened
 * @param closedAfter how long the episode was open, in milliseconds; empty while it is, and where
 *     that is not to be measured
 */
public record Standing(
    String revisionUid,
    boolean open,
    boolean replay,
    int episode,
    int severity,
    Sequence latest,
    Sequence said,
    long changed,
    long opened,
    OptionalLong closedAfter) {
  Standing upTo(Sequence sequence) {
    return new Standing(
        revisionUid, open, replay, episode, severity, sequence, said, changed, opened, closedAfter);
  }
}
