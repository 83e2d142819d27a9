// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.core.signal.Severity;
import io.breakwater.scenarios.Scenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** What {@code diff} says of two runs over the same events, and what it has to say. */
final class WhatDiffers {
  private static final ObjectMapper JSON = new ObjectMapper();

  private WhatDiffers() {}

  static Path write(Stream<byte[]> events, Path file) throws IOException {
    return Files.write(file, events.map(it -> new String(it, StandardCharsets.UTF_8)).toList());
  }

  /** The job over events, as of the end of all scenarios. */
  static void run(Path events, Path output, String... more) {
    var arguments =
        new ArrayList<>(
            List.of("run", "--input=" + events, "--output=" + output, "--as-of=" + Scenario.AS_OF));
    arguments.addAll(List.of(more));

    var run = CommandRun.of(arguments.toArray(String[]::new));

    assertThat(run.exit()).as(run.err()).isZero();
  }

  /** The answer about two runs that differ. */
  static JsonNode between(Path before, Path after) throws IOException {
    var diff = CommandRun.of("diff", before.toString(), after.toString(), "--format=json");
    assertThat(diff.exit()).as(diff.err()).isEqualTo(1);
    return JSON.readTree(diff.out());
  }

  /** The kind of each difference of an answer, by the uid of what differs. */
  static SortedMap<String, String> named(JsonNode answer) {
    var named = new TreeMap<String, String>();
    for (var difference : answer.path("differences")) {
      named.put(difference.path("uid").asText(), difference.path("kind").asText());
    }
    return named;
  }

  /**
   * The kind of each difference there is.
   *
   * @param before what is open, by uid
   * @param said all that counts of it beside its severity
   */
  static <T> SortedMap<String, String> expected(
      SortedMap<String, T> before,
      SortedMap<String, T> after,
      Function<T, Severity> severity,
      Function<T, Object> said) {
    var uids = new TreeSet<>(before.keySet());
    uids.addAll(after.keySet());
    var kinds = new TreeMap<String, String>();
    for (var uid : uids) {
      var was = before.get(uid);
      var is = after.get(uid);
      if (was == null || is == null) {
        kinds.put(uid, was == null ? "added" : "removed");
        continue;
      }
      int rise = severity.apply(is).compareTo(severity.apply(was));
      if (rise != 0) {
        kinds.put(uid, rise > 0 ? "severity up" : "severity down");
      } else if (!said.apply(was).equals(said.apply(is))) {
        kinds.put(uid, "changed");
      }
    }
    return kinds;
  }
}
