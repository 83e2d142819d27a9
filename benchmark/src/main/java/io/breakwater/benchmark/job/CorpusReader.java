// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.job;

import io.breakwater.benchmark.corpus.Corpus;
import io.breakwater.flink.types.Record;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.core.io.InputStatus;

/** Hands out the records of one partition, one at a poll. */
final class CorpusReader implements SourceReader<Record, CorpusSplit> {
  /** The same for every partition: dead letters name it, and must not tell how many there were. */
  private static final String ORIGIN = "corpus";

  private final SourceReaderContext context;
  private final Corpus corpus;
  private final Pass pass;
  private final CompletableFuture<Void> available = new CompletableFuture<>();

  private CorpusSplit split;
  private int[] records;
  private int next;
  private boolean noMoreSplits;

  CorpusReader(SourceReaderContext context, Corpus corpus, Pass pass) {
    this.context = context;
    this.corpus = corpus;
    this.pass = pass;
  }

  @Override
  public void start() {
    context.sendSplitRequest();
  }

  @Override
  public InputStatus pollNext(ReaderOutput<Record> output) {
    if (records != null && next < records.length) {
      if (pass.pausesBefore(next)) {
        return InputStatus.NOTHING_AVAILABLE;
      }
      pass.begin();
      int index = records[next++];
      output.collect(new Record(corpus.record(index), ORIGIN, Integer.toString(index)));
      if (next == records.length) {
        pass.partitionRead();
      }
      return InputStatus.MORE_AVAILABLE;
    }
    return noMoreSplits ? InputStatus.END_OF_INPUT : InputStatus.NOTHING_AVAILABLE;
  }

  @Override
  public List<CorpusSplit> snapshotState(long checkpointId) {
    return split == null
        ? List.of()
        : List.of(new CorpusSplit(split.partition(), split.partitions(), next));
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    if (records != null && next < records.length && pass.pausesBefore(next)) {
      return pass.resumed();
    }
    return records == null || (next == records.length && !noMoreSplits)
        ? available
        : CompletableFuture.completedFuture(null);
  }

  @Override
  public void addSplits(List<CorpusSplit> splits) {
    split = splits.get(0);
    records = corpus.partition(split.partition(), split.partitions());
    next = split.done();
    available.complete(null);
  }

  @Override
  public void notifyNoMoreSplits() {
    noMoreSplits = true;
    available.complete(null);
  }

  @Override
  public void close() {}
}
