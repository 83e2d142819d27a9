// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.job;

import java.util.List;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;

/** Gives each task the partition of its number, and says whether that is all there will be. */
final class CorpusEnumerator implements SplitEnumerator<CorpusSplit, Integer> {
  private final SplitEnumeratorContext<CorpusSplit> context;
  private final boolean ends;

  CorpusEnumerator(SplitEnumeratorContext<CorpusSplit> context, boolean ends) {
    this.context = context;
    this.ends = ends;
  }

  @Override
  public void start() {}

  @Override
  public void handleSplitRequest(int subtask, String host) {
    context.assignSplit(new CorpusSplit(subtask, context.currentParallelism(), 0), subtask);
    if (ends) {
      context.signalNoMoreSplits(subtask);
    }
  }

  @Override
  public void addSplitsBack(List<CorpusSplit> splits, int subtask) {
    throw new IllegalStateException("a measured job must not fail");
  }

  @Override
  public void addReader(int subtask) {}

  @Override
  public Integer snapshotState(long checkpointId) {
    return 0;
  }

  @Override
  public void close() {}
}
