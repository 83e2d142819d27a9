// SPDX-License-Identifier: Apache-2.0
package io.breakwater.consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.consumer.Actions.ActedOn;
import io.breakwater.consumer.Actions.Told;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What outlives the process: what is open, what was acted on, and how far the streams are read.
 *
 * <p>Each file is replaced as a whole, and the checkpoint last. So it never runs ahead of what it
 * belongs to: a process that was killed reads some records a second time, which changes nothing.
 * For one process at a time.
 */
final class StateDirectory {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path openSet;
  private final Path actions;
  private final Path checkpoint;

  private StateDirectory(Path directory) {
    this.openSet = directory.resolve("open.ndjson");
    this.actions = directory.resolve("actions.ndjson");
    this.checkpoint = directory.resolve("checkpoint.json");
  }

  /** Makes it where it is not there. */
  static StateDirectory at(Path directory) throws IOException {
    Files.createDirectories(directory);
    return new StateDirectory(directory);
  }

  OpenSet openSet() throws IOException {
    var open = new OpenSet();
    for (var line : linesOf(openSet)) {
      try {
        open.take(Revision.parse(line));
      } catch (MalformedRecordException e) {
        throw unreadable(openSet, e);
      }
    }
    return open;
  }

  Actions actions() throws IOException {
    var known = new Actions();
    for (var line : linesOf(actions)) {
      try {
        var json = JSON.readTree(line);
        known.restore(json.path("uid").asText(), toldIn(json));
      } catch (JsonProcessingException | DateTimeException e) {
        throw unreadable(actions, e);
      }
    }
    return known;
  }

  private static Told toldIn(JsonNode json) {
    var actedOn = new TreeMap<String, ActedOn>();
    for (var entry : json.path("actedOn").properties()) {
      var arrived = Instant.parse(entry.getValue().path("arrived").asText());
      actedOn.put(entry.getKey(), new ActedOn(entry.getValue().path("episode").asInt(), arrived));
    }
    return new Told(json.path("open").asBoolean(), json.path("episode").asInt(), actedOn);
  }

  /** How far each stream is read, by name; none that was never read. */
  Map<String, StreamPosition> checkpoint() throws IOException {
    var positions = new TreeMap<String, StreamPosition>();
    if (Files.exists(checkpoint)) {
      try {
        for (var stream : JSON.readTree(Files.readString(checkpoint)).properties()) {
          positions.put(stream.getKey(), positionIn(stream.getValue()));
        }
      } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
        throw unreadable(checkpoint, e);
      }
    }
    return positions;
  }

  private static StreamPosition positionIn(JsonNode json) {
    var shards = new TreeMap<String, Position>();
    for (var shard : json.path("shards").properties()) {
      shards.put(shard.getKey(), Position.parse(shard.getValue().asText()));
    }
    var readTo = Optional.ofNullable(json.get("readTo")).map(JsonNode::asText).map(Instant::parse);
    return new StreamPosition(readTo, shards);
  }

  void save(OpenSet open, Actions known, Map<String, StreamPosition> positions) throws IOException {
    replace(openSet, open.revisions().stream().map(Revision::json));
    replace(
        actions,
        known.told().entrySet().stream().map(told -> line(told.getKey(), told.getValue())));
    replace(checkpoint, Stream.of(document(positions)));
  }

  private static String line(String uid, Told told) {
    var json = JSON.createObjectNode().put("uid", uid).put("open", told.open());
    var actedOn = json.put("episode", told.episode()).putObject("actedOn");
    told.actedOn()
        .forEach(
            (revision, past) ->
                actedOn
                    .putObject(revision)
                    .put("episode", past.episode())
                    .put("arrived", past.arrived().toString()));
    return json.toString();
  }

  private static String document(Map<String, StreamPosition> positions) {
    var json = JSON.createObjectNode();
    positions.forEach(
        (stream, position) -> {
          var entry = json.putObject(stream);
          position.readTo().ifPresent(time -> entry.put("readTo", time.toString()));
          var shards = entry.putObject("shards");
          position.shards().forEach((shard, where) -> shards.put(shard, where.toString()));
        });
    return json.toPrettyString();
  }

  private static List<String> linesOf(Path file) throws IOException {
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  /** At once and for good, or not at all. */
  private static void replace(Path file, Stream<String> lines) throws IOException {
    var fresh = file.resolveSibling(file.getFileName() + ".new");
    try (var channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      for (var line : (Iterable<String>) lines::iterator) {
        var bytes = ByteBuffer.wrap((line + '\n').getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
      }
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static IOException unreadable(Path file, Exception cause) {
    return new IOException(
        file
            + " is not what this program wrote ("
            + cause.getMessage()
            + "); start over with"
            + " another directory",
        cause);
  }
}
