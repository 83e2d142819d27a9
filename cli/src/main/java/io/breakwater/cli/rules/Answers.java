// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.rules;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.demo.kinesis.StreamReader;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** The stream on which a job answers updates, from a moment on. */
final class Answers {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long POLL_MILLIS = 250;

  private final StreamReader stream;

  private Answers(StreamReader stream) {
    this.stream = stream;
  }

  /** Those that come from now on. */
  static Answers on(KinesisClient client, String stream) {
    var reader = new StreamReader(client, stream);
    while (!reader.poll().isEmpty()) {
      // Older ones are not for us.
    }
    return new Answers(reader);
  }

  /** The answer to an update; empty when there is none in time. */
  Optional<Answer> await(String id, Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      for (var record : stream.poll()) {
        var answer = parse(record).filter(one -> one.isTo(id));
        if (answer.isPresent()) {
          return answer;
        }
      }
      if (System.nanoTime() > deadline) {
        return Optional.empty();
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  /** Whatever else somebody has put there is no answer. */
  private static Optional<Answer> parse(byte[] record) {
    try {
      return Optional.ofNullable(JSON.readTree(record)).map(Answer::new);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
