// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.demo.kinesis.StreamReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
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
  private final SortedMap<String, String> exposures = new TreeMap<>();
  private final SortedMap<String, String> certificates = new TreeMap<>();
  private final SortedSet<String> deadLetters = new TreeSet<>();
  private final List<String> all = new ArrayList<>();
  private final Map<String, String> contents = new HashMap<>();
  private final Set<String> differing = new TreeSet<>();
  private long records;
  private long repeated;

  Told(KinesisClient client, Streams streams) {
    this.exposureStream = new StreamReader(client, streams.exposures());
    this.certificateStream = new StreamReader(client, streams.certificates());
    this.deadLetterStream = new StreamReader(client, streams.deadLetters());
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
    return records > before;
  }

  private void take(byte[] json, SortedMap<String, String> open) {
    records++;
    var revision = parse(json);
    all.add(revision.toString());
    var uid = revision.at("/metadata/uid").asText();
    var content = revision.toString();
    var known = contents.putIfAbsent(uid, content);
    if (known != null) {
      repeated++;
      if (!known.equals(content)) {
        differing.add(uid);
      }
    }
    var of = revision.at("/finding_info/uid").asText();
    if (revision.path("activity_name").asText().equals("Close")) {
      open.remove(of);
    } else {
      open.put(of, uid);
    }
  }

  private void deadLetter(byte[] json) {
    records++;
    var letter = parse(json);
    deadLetters.add(letter.path("reason").asText() + " " + letter.path("raw").asText());
  }

  private static JsonNode parse(byte[] json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last revision of each exposure that is open. */
  SortedMap<String, String> exposures() {
    return new TreeMap<>(exposures);
  }

  /** The last revision of each certificate alert that is open. */
  SortedMap<String, String> certificates() {
    return new TreeMap<>(certificates);
  }

  SortedSet<String> deadLetters() {
    return new TreeSet<>(deadLetters);
  }

  /** Every revision there was, by its uid. */
  Map<String, String> contents() {
    return contents;
  }

  /** Writes down every record that was read, a line each. */
  void writeTo(Path file) throws IOException {
    Files.write(file, all);
  }

  /** Revisions that said one thing and then another, under one uid. */
  Set<String> differing() {
    return differing;
  }

  /** How many records had been there before. */
  long repeated() {
    return repeated;
  }
}
