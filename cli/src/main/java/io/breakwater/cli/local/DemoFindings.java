// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.local;

import io.breakwater.flink.Sources;
import io.breakwater.flink.types.Record;
import io.breakwater.flink.types.WireTypes;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiter;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The endless events of the demo organisation, and what people do about them, without anything in
 * between. Those of its certificates come besides: neither waits for the other.
 */
final class DemoFindings implements Sources {
  private final long seed;
  private final double eventsPerSecond;
  private final DemoCertificates certificates;
  private final LocalActions actions;
  private final LocalLetters letters;

  DemoFindings(
      long seed,
      double eventsPerSecond,
      AcceleratedClock certificateClock,
      LocalActions actions,
      LocalLetters letters) {
    this.seed = seed;
    this.eventsPerSecond = eventsPerSecond;
    this.actions = actions;
    this.letters = letters;
    this.certificates = new DemoCertificates(seed, certificateClock);
  }

  @Override
  public DataStream<Record> findings(StreamExecutionEnvironment env) {
    var source =
        new DataGeneratorSource<>(
            new Events(seed),
            Long.MAX_VALUE,
            new AfterOpening(DemoEvents.openingSize(seed), eventsPerSecond),
            WireTypes.RECORD);
    return env.fromSource(source, WatermarkStrategy.noWatermarks(), "demo organisation")
        .uid("demo-organisation")
        .setParallelism(1)
        .union(certificates.events(env), letters.records(env));
  }

  @Override
  public Optional<DataStream<Record>> actions(StreamExecutionEnvironment env) {
    return Optional.of(actions.records(env));
  }

  private static final class Events implements GeneratorFunction<Long, Record> {
    private static final long serialVersionUID = 1L;

    private final long seed;
    private transient DemoEvents events;

    Events(long seed) {
      this.seed = seed;
    }

    @Override
    public void open(SourceReaderContext context) {
      events = new DemoEvents(seed, Clock.systemUTC());
    }

    @Override
    public Record map(Long index) {
      return new Record(events.next().json(), "demo", Long.toString(index));
    }
  }

  private static final class AfterOpening implements RateLimiterStrategy {
    private static final long serialVersionUID = 1L;

    private final int opening;
    private final double eventsPerSecond;

    AfterOpening(int opening, double eventsPerSecond) {
      this.opening = opening;
      this.eventsPerSecond = eventsPerSecond;
    }

    @Override
    public RateLimiter createRateLimiter(int parallelism) {
      var steady = RateLimiterStrategy.perSecond(eventsPerSecond).createRateLimiter(parallelism);
      return new RateLimiter() {
        private int left = opening;

        @Override
        public CompletionStage<Void> acquire() {
          return left-- > 0 ? CompletableFuture.completedFuture(null) : steady.acquire();
        }
      };
    }
  }
}
