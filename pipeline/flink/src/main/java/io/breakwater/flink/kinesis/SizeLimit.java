// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.kinesis;

import io.breakwater.flink.account.JobMetric;
import io.breakwater.flink.account.Tally;
import io.breakwater.flink.types.Output;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves out what the stream would refuse for its size, counted and logged: the sink would fail the
 * job over it, again after each restart, and nothing would be written any more.
 *
 * <p>All outputs are bounded well below where they are made; this is the net under them.
 */
final class SizeLimit extends ProcessFunction<Output, Output> implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(SizeLimit.class);

  private final String stream;
  private final int maxBytes;

  private transient Tally tally;

  SizeLimit(String stream, int maxBytes) {
    this.stream = stream;
    this.maxBytes = maxBytes;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    tally = Tally.restored(getRuntimeContext(), context, JobMetric.OUTPUTS_TOO_LARGE);
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    tally.keep();
  }

  @Override
  public void processElement(Output output, Context context, Collector<Output> out) {
    int size = output.json().length;
    if (size <= maxBytes) {
      out.collect(output);
      return;
    }
    tally.tooLarge();
    LOG.error(
        "left out of stream {}: a record of {} bytes with key {}, at most {} are taken",
        stream,
        size,
        output.key(),
        maxBytes);
  }
}
