// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.feeds;

import io.breakwater.console.index.Applied;
import io.breakwater.console.index.Index;
import io.breakwater.console.index.IndexException;
import io.breakwater.console.index.Reader;
import io.breakwater.console.index.RecordStream;
import io.breakwater.console.index.Retention;
import io.breakwater.console.index.Sequence;
import io.breakwater.console.index.StreamRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An index that says how much it takes in. */
public final class MeasuredIndex implements Index {
  private final Index index;
  private final Progress progress;
  private volatile boolean refusing;

  public MeasuredIndex(Index index, Progress progress) {
    this.index = index;
    this.progress = progress;
  }

  @Override
  public Applied apply(List<StreamRecord> batch) {
    if (refusing) {
      throw new IndexException("the index is about to be closed");
    }
    var applied = index.apply(batch);
    batch.stream()
        .collect(Collectors.groupingBy(one -> one.place().stream(), Collectors.counting()))
        .forEach(progress::took);
    return applied;
  }

  /** Takes nothing any more, so that whoever brings something stops soon. */
  public void refuse() {
    refusing = true;
  }

  @Override
  public Map<String, Sequence> reached(RecordStream stream) {
    return index.reached(stream);
  }

  @Override
  public int retain(Retention retention, Instant now) {
    return index.retain(retention, now);
  }

  @Override
  public void onChange(Runnable listener) {
    index.onChange(listener);
  }

  @Override
  public Reader reader() {
    return index.reader();
  }

  @Override
  public void close() {
    index.close();
  }
}
