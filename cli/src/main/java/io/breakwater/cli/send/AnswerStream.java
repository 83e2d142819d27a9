// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.send;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.demo.kinesis.StreamReader;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** The stream on which a job answers what it was sent, from a moment on. */
public final class AnswerStream {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long POLL_MILLIS = 250;

  private final StreamReader stream;

  private AnswerStream(StreamReader stream) {
    this.stream = stream;
  }

  /** The answers that come from now on. */
  public static AnswerStream from(KinesisClient client, String stream) {
    var reader = new StreamReader(client, stream);
    while (!reader.poll().isEmpty()) {
      // Older ones are not for us.
    }
    return new AnswerStream(reader);
  }

  /** The first answer to each of these, by id; without those that did not come in time. */
  public Map<String, JsonNode> await(Collection<String> ids, Duration patience)
      throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    var missing = new HashSet<>(ids);
    var answers = new HashMap<String, JsonNode>();
    while (true) {
      for (var record : stream.poll()) {
        parse(record)
            .filter(answer -> missing.remove(answer.path("id").asText()))
            .ifPresent(answer -> answers.put(answer.path("id").asText(), answer));
      }
      if (missing.isEmpty() || System.nanoTime() > deadline) {
        return answers;
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  /** Whatever else somebody has put there is no answer. */
  private static Optional<JsonNode> parse(byte[] record) {
    try {
      return Optional.ofNullable(JSON.readTree(record));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
