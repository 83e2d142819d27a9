// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.demo.kinesis.StreamReader;
import io.breakwater.demo.reader.Material;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** All that a job has written, as a reader of its streams sees it. */
final class Told {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final StreamReader exposureStream;
  private final StreamReader certificateStream;
  private final StreamReader deadLetterStream;
  private final StreamReader answerStream;
  private final SortedMap<String, String> exposures = new TreeMap<>();
  private final SortedMap<String, String> certificates = new TreeMap<>();
  private final SortedSet<String> deadLetters = new TreeSet<>();
  private final SortedMap<String, SortedSet<String>> answers = new TreeMap<>();
  private final SortedMap<String, String> resources = new TreeMap<>();
  private final List<String> all = new ArrayList<>();
  private final Map<String, SortedMap<String, SortedSet<String>>> revisions = new TreeMap<>();
  private final Set<String> ofSeveral = new TreeSet<>();
  private long records;

  Told(KinesisClient client, Streams streams) {
    this.exposureStream = new StreamReader(client, streams.exposures());
    this.certificateStream = new StreamReader(client, streams.certificates());
    this.deadLetterStream = new StreamReader(client, streams.deadLetters());
    this.answerStream = new StreamReader(client, streams.answers());
  }

  /**
   * Reads what is new.
   *
   * @return whether there was anything
   */
  boolean readOn() {
    long before = records;
    exposureStream.poll().forEach(json -> take(json, exposures));
    certificateStream.poll().forEach(json -> take(json, certificates));
    deadLetterStream.poll().forEach(this::deadLetter);
    answerStream.poll().forEach(this::answer);
    return records > before;
  }

  private void take(byte[] json, SortedMap<String, String> open) {
    records++;
    var revision = parse(json);
    all.add(revision.toString());
    var uid = revision.at("/metadata/uid").asText();
    var of = revision.at("/finding_info/uid").asText();
    // What was judged by other rules is as old as that, by the wall clock: no two runs say the
    // same.
    if (!revision.at("/unmapped").has("rules_update")) {
      revisions
          .computeIfAbsent(of, none -> new TreeMap<>())
          .computeIfAbsent(uid, none -> new TreeSet<>())
          .add(revision.toString());
    }
    if (open == certificates || revision.at("/finding_info/attack_graph").isObject()) {
      ofSeveral.add(of);
    }
    if (revision.path("activity_name").asText().equals("Close")) {
      open.remove(of);
    } else {
      open.put(of, open == certificates ? uid : Material.of(revision).toString());
      resources.put(of, revision.at("/resources/0/uid").asText());
    }
  }

  private void deadLetter(byte[] json) {
    records++;
    var letter = parse(json);
    deadLetters.add(letter.path("reason").asText() + " " + letter.path("raw").asText());
  }

  private void answer(byte[] json) {
    records++;
    var answer = parse(json);
    answers
        .computeIfAbsent(answer.path("id").asText(), none -> new TreeSet<>())
        .add(answer.path("outcome").asText());
  }

  private static JsonNode parse(byte[] json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is material of each exposure that is open, by its uid. */
  SortedMap<String, String> exposures() {
    return new TreeMap<>(exposures);
  }

  /** The uid of the last revision of each certificate alert that is open. */
  SortedMap<String, String> certificates() {
    return new TreeMap<>(certificates);
  }

  SortedSet<String> deadLetters() {
    return new TreeSet<>(deadLetters);
  }

  /** What was said to each action, by its uid. */
  SortedMap<String, SortedSet<String>> answers() {
    var copy = new TreeMap<String, SortedSet<String>>();
    answers.forEach((action, outcomes) -> copy.put(action, new TreeSet<>(outcomes)));
    return copy;
  }

  /**
   * The primary resource of each exposure that is open and follows from the events of that resource
   * alone, by its uid.
   */
  SortedMap<String, String> openOfOne() {
    var open = new TreeMap<>(resources);
    open.keySet().retainAll(exposures.keySet());
    open.keySet().removeAll(ofSeveral);
    return open;
  }

  /** All that was said under the uid of each revision, by what it is a revision of. */
  Map<String, SortedMap<String, SortedSet<String>>> revisions() {
    return revisions;
  }

  /**
   * What follows from the events of several resources, or from the time. Which revisions there are
   * on the way depends on which of the events is dealt with first, and nobody decides that.
   */
  Set<String> ofSeveral() {
    return ofSeveral;
  }

  /** Writes down every record that was read, a line each. */
  void writeTo(Path file) throws IOException {
    Files.write(file, all);
  }

  /** How many records were read. */
  long records() {
    return records;
  }
}
