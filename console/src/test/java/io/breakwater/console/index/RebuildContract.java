// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index;

import static io.breakwater.console.index.Records.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.console.index.query.Selection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A store that is lost is made again from the streams, and is the same. */
abstract class RebuildContract extends IndexCase {
  private static final int REVISIONS = 3_000;
  private static final int EXPOSURES = 300;
  private static final int CERTIFICATES = 100;
  private static final int REPORTS = 600;
  private static final int LETTERS = 50;
  private static final int ANSWERS = 400;
  private static final int MOST_AT_ONCE = 500;

  @Test
  void does_not_depend_on_how_the_streams_were_read_among_each_other() throws Exception {
    var streams =
        List.of(
            life(REVISIONS, EXPOSURES, new Random(1)),
            certificates(),
            reports(),
            letters(),
            actionAnswers(),
            ruleAnswers());
    read(streams, new Random(2));
    var first = dump();
    var answers = Answers.of(index.reader());
    index.close();
    index = empty();

    read(streams, new Random(3));

    assertThat(dump()).isEqualTo(first);
    assertThat(Answers.of(index.reader())).isEqualTo(answers);
    assertThat(index.reader().count(Selection.OPEN)).isGreaterThan(EXPOSURES / 10);
  }

  /** Each stream in its order, now some of the one, now of the other, and some again. */
  private void read(List<List<StreamRecord>> streams, Random random) {
    var left = new ArrayList<>(streams);
    while (!left.isEmpty()) {
      int chosen = random.nextInt(left.size());
      var stream = left.get(chosen);
      int taken = Math.min(stream.size(), 1 + random.nextInt(MOST_AT_ONCE));
      index.apply(stream.subList(0, taken));
      int known = random.nextInt(taken);
      if (taken == stream.size()) {
        index.apply(stream.subList(known, taken));
        left.remove(chosen);
      } else {
        left.set(chosen, stream.subList(taken - Math.min(known, 5), stream.size()));
      }
    }
  }

  private List<StreamRecord> certificates() {
    var stream = new ArrayList<StreamRecord>();
    for (int i = 1; i <= CERTIFICATES; i++) {
      var alert = Records.certificate(i, START.plus(Duration.ofDays(i)));
      stream.add(record(RecordStream.CERTIFICATES, SHARD, i, alert.toString()));
    }
    return stream;
  }

  private List<StreamRecord> reports() {
    var random = new Random(4);
    var stream = new ArrayList<StreamRecord>();
    for (int i = 1; i <= REPORTS; i++) {
      var report =
          Records.report(
              random.nextInt(EXPOSURES),
              random.nextBoolean() ? "made" : "told",
              START.plusSeconds(i));
      stream.add(record(RecordStream.REPORTS, SHARD, i, report.toString()));
    }
    return stream;
  }

  private List<StreamRecord> actionAnswers() {
    var random = new Random(5);
    var stream = new ArrayList<StreamRecord>();
    for (int i = 1; i <= ANSWERS; i++) {
      var answer =
          Records.actionAnswer(
              random.nextInt(ANSWERS / 2),
              random.nextInt(EXPOSURES),
              random.nextBoolean() ? "applied" : "unchanged",
              "",
              START.plusSeconds(i));
      stream.add(record(RecordStream.ACTION_ANSWERS, SHARD, i, answer.toString()));
    }
    return stream;
  }

  private List<StreamRecord> ruleAnswers() {
    var random = new Random(6);
    var stream = new ArrayList<StreamRecord>();
    for (int i = 1; i <= ANSWERS; i++) {
      var answer =
          Records.ruleAnswer(random.nextInt(ANSWERS / 2), "accepted", START.plusSeconds(i));
      stream.add(record(RecordStream.RULE_ANSWERS, SHARD, i, answer.toString()));
    }
    return stream;
  }

  private List<StreamRecord> letters() {
    var stream = new ArrayList<StreamRecord>();
    for (int i = 1; i <= LETTERS; i++) {
      var letter = Records.deadLetter(i, 0, 1);
      stream.add(record(RecordStream.DEAD_LETTERS, SHARD, i, letter.toString()));
    }
    return stream;
  }
}
