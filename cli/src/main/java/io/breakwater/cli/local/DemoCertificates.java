// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.local;

import io.breakwater.demo.fleet.Fleet;
import io.breakwater.flink.types.Record;
import io.breakwater.flink.types.WireTypes;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

/** What is told of the demo's certificates, each event when it is due by their clock. */
final class DemoCertificates {
  private static final double LOOKS_A_SECOND = 20;

  private final long seed;
  private final AcceleratedClock clock;

  DemoCertificates(long seed, AcceleratedClock clock) {
    this.seed = seed;
    this.clock = clock;
  }

  /** A look at the clock now and then lets out all that has become due since the last. */
  DataStream<Record> events(StreamExecutionEnvironment env) {
    var looks =
        new DataGeneratorSource<>(
            look -> look,
            Long.MAX_VALUE,
            RateLimiterStrategy.perSecond(LOOKS_A_SECOND),
            Types.LONG);
    return env.fromSource(looks, WatermarkStrategy.noWatermarks(), "look at the clock")
        .uid("look-at-the-clock")
        .setParallelism(1)
        .flatMap(new Due(seed, clock), WireTypes.RECORD)
        .name("certificate fleet")
        .uid("certificate-fleet")
        .setParallelism(1);
  }

  private static final class Due extends RichFlatMapFunction<Long, Record> {
    private static final long serialVersionUID = 1L;

    private final long seed;
    private final AcceleratedClock clock;
    private transient Fleet fleet;
    private transient long told;

    Due(long seed, AcceleratedClock clock) {
      this.seed = seed;
      this.clock = clock;
    }

    @Override
    public void open(OpenContext context) {
      fleet = Fleet.seeded(seed, clock.start());
    }

    @Override
    public void flatMap(Long look, Collector<Record> out) {
      var now = clock.instant();
      for (var event = fleet.next(now); event.isPresent(); event = fleet.next(now)) {
        out.collect(new Record(event.get().json(), "demo certificates", Long.toString(told++)));
      }
    }
  }
}
