// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.job;

import com.fasterxml.jackson.core.JsonFactory;
import io.breakwater.benchmark.corpus.Corpus;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.stream.IntStream;

/**
 * The floor: what it takes to find the tokens of the documents and nothing else, on one thread.
 *
 * <p>The documents are copied out of the corpus beforehand: reading them is not what is measured.
 */
public final class Tokeniser {
  private final byte[][] documents;
  private final JsonFactory json = new JsonFactory();

  public Tokeniser(Corpus corpus) {
    documents = IntStream.range(0, corpus.size()).mapToObj(corpus::record).toArray(byte[][]::new);
  }

  /** Reads all documents once. */
  public Cost run() {
    var threads = ManagementFactory.getThreadMXBean();
    long clock = System.nanoTime();
    long cpu = threads.getCurrentThreadCpuTime();
    long tokens = 0;
    long sum = 0;
    for (var document : documents) {
      try (var parser = json.createParser(document)) {
        for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
          tokens++;
          sum += token.id();
        }
      } catch (IOException e) {
        sum++; // A broken document is one that was read up to where it breaks.
      }
    }
    long cpuNanos = threads.getCurrentThreadCpuTime() - cpu;
    return new Cost(documents.length, cpuNanos, System.nanoTime() - clock, tokens, 0, sum);
  }
}
