// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.load;

import io.breakwater.console.index.Place;
import io.breakwater.console.index.RecordStream;
import io.breakwater.console.index.Records;
import io.breakwater.console.index.Sequence;
import io.breakwater.console.index.StreamRecord;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.LongFunction;

/**
 * Streams of so many exposures and what goes with them, made one record after the other. Made
 * again, they are the same.
 */
final class RebuildStreams {
  private static final String SHARD = "shardId-000000000000";
  private static final int RECORDS_OF_FIVE_EXPOSURES = 8;
  private static final int EXPOSURES_PER_REPORT = 5;
  private static final int EXPOSURES_PER_CERTIFICATE = 50;
  private static final int EXPOSURES_PER_LETTER = 100;
  private static final int TICKETS = 10_000;
  private static final int RECORDS_PER_BROKEN = 1_000;

  private final int exposures;

  RebuildStreams(int exposures) {
    this.exposures = exposures;
  }

  /** A stream in its order. */
  static final class Stream {
    private final RecordStream kind;
    private final long records;
    private final LongFunction<String> record;
    private long given;

    private Stream(RecordStream kind, long records, LongFunction<String> record) {
      this.kind = kind;
      this.records = records;
      this.record = record;
    }

    long left() {
      return records - given;
    }

    StreamRecord next() {
      given++;
      return StreamRecord.of(new Place(kind, SHARD, Sequence.of(given)), record.apply(given));
    }
  }

  /** All from their beginning. */
  List<Stream> fromTheBeginning() {
    return List.of(lives(), certificates(), reports(), letters());
  }

  /** Each exposure opens; some change, close, come again, are replayed, or cannot be read. */
  private Stream lives() {
    var random = new Random(1);
    var records = new LoadRecords(random);
    var opened = new int[1];
    return new Stream(
        RecordStream.EXPOSURES,
        (long) exposures * RECORDS_OF_FIVE_EXPOSURES / 5,
        number -> {
          boolean opens =
              opened[0] < exposures
                  && (opened[0] == 0 || random.nextInt(RECORDS_OF_FIVE_EXPOSURES) < 5);
          return opens ? records.opened(opened[0]++).text() : later(records, random, opened[0]);
        });
  }

  private static String later(LoadRecords records, Random random, int opened) {
    if (random.nextInt(RECORDS_PER_BROKEN) == 0) {
      return "{\"broken\":" + random.nextInt();
    }
    int number = random.nextInt(opened);
    var revised = records.revised(number).episode(1 + random.nextInt(3));
    return switch (random.nextInt(8)) {
      case 0, 1 -> revised.close().text();
      case 2 -> revised.replay().text();
      case 3 -> records.opened(number).text();
      default -> revised.text();
    };
  }

  private Stream certificates() {
    return new Stream(
        RecordStream.CERTIFICATES,
        1 + exposures / EXPOSURES_PER_CERTIFICATE,
        number ->
            Records.certificate((int) number, Records.START.plus(Duration.ofHours(number % 10_000)))
                .toString());
  }

  private Stream reports() {
    var random = new Random(2);
    return new Stream(
        RecordStream.REPORTS,
        1 + exposures / EXPOSURES_PER_REPORT,
        number -> {
          int exposure = random.nextInt(exposures);
          return Records.report(
                  exposure,
                  random.nextBoolean() ? "made" : "told",
                  Records.START.plusSeconds(number))
              .put("ticket", "SEC-" + exposure % TICKETS)
              .put("status", random.nextBoolean() ? "open" : "done")
              .toString();
        });
  }

  private Stream letters() {
    return new Stream(
        RecordStream.DEAD_LETTERS,
        1 + exposures / EXPOSURES_PER_LETTER,
        number -> Records.deadLetter((int) number, 0, 1).toString());
  }
}
