// SPDX-License-Identifier: Apache-2.0
package io.breakwater.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What records do, by the cases that the reader in Node.js is tested by, too. */
final class CasesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path CASES = Path.of("..", "cases.json");
  private static final String SOME_TIME = "2026-01-01T00:00:00Z";

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    return StreamSupport.stream(JSON.readTree(CASES.toFile()).path("cases").spliterator(), false)
        .map(it -> DynamicTest.dynamicTest(it.path("name").asText(), () -> check(it)));
  }

  private static void check(JsonNode example) throws IOException {
    var open = new OpenSet();
    var actions = new Actions();
    var outcomes = new ArrayList<String>();
    var expected = new ArrayList<String>();

    for (var step : example.path("steps")) {
      if (step.has("forgetBefore")) {
        actions.forgetBefore(Instant.parse(step.path("forgetBefore").asText()));
      } else {
        expected.add(expectedOf(step));
        outcomes.add(outcomeOf(step, open, actions));
      }
    }

    assertThat(outcomes).isEqualTo(expected);
    assertThat(heldIn(open)).isEqualTo(example.path("open"));
  }

  private static String expectedOf(JsonNode step) {
    return step.has("malformed")
        ? "malformed: " + step.path("malformed").asText()
        : step.path("effect").asText() + ", " + step.path("action").asText("no action");
  }

  private static String outcomeOf(JsonNode step, OpenSet open, Actions actions) throws IOException {
    try {
      var revision = Revision.parse(bytesOf(step));
      var effect = open.take(revision);
      var action = actions.on(revision, Instant.parse(step.path("arrived").asText(SOME_TIME)));
      return wordOf(effect) + ", " + action.map(CasesTest::wordOf).orElse("no action");
    } catch (MalformedRecordException e) {
      return "malformed: " + e.getMessage();
    }
  }

  private static String wordOf(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static byte[] bytesOf(JsonNode step) {
    if (step.has("base64")) {
      return Base64.getDecoder().decode(step.path("base64").asText());
    }
    var text = step.has("text") ? step.path("text").asText() : step.path("record").toString();
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static JsonNode heldIn(OpenSet open) {
    var held = new TreeMap<String, String>();
    open.revisions().forEach(revision -> held.put(revision.uid(), revision.revisionUid()));
    return JSON.valueToTree(held);
  }
}
