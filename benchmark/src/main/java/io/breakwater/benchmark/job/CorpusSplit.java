// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.job;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * One of several partitions of the corpus.
 *
 * @param done how many of its records were read
 */
record CorpusSplit(int partition, int partitions, int done) implements SourceSplit {
  @Override
  public String splitId() {
    return partition + " of " + partitions;
  }

  static final class Serializer implements SimpleVersionedSerializer<CorpusSplit> {
    @Override
    public int getVersion() {
      return 1;
    }

    @Override
    public byte[] serialize(CorpusSplit split) {
      return ByteBuffer.allocate(3 * Integer.BYTES)
          .putInt(split.partition)
          .putInt(split.partitions)
          .putInt(split.done)
          .array();
    }

    @Override
    public CorpusSplit deserialize(int version, byte[] serialized) throws IOException {
      var bytes = ByteBuffer.wrap(serialized);
      return new CorpusSplit(bytes.getInt(), bytes.getInt(), bytes.getInt());
    }
  }
}
