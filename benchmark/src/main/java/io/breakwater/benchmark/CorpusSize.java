// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark;

import io.breakwater.benchmark.corpus.Corpus;

/**
 * How large a corpus came out.
 *
 * @param resources that some event is about
 */
public record CorpusSize(int events, long bytes, int resources) {
  static CorpusSize of(Corpus corpus) {
    return new CorpusSize(corpus.size(), corpus.bytes(), corpus.resources());
  }

  public double bytesPerEvent() {
    return (double) bytes / events;
  }
}
