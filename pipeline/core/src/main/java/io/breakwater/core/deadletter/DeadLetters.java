// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.deadletter;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Puts letters together again from the records of their stream, in whatever order the records come
 * and however often. Holds the chunks of those letters that are not complete. Not thread-safe.
 */
public final class DeadLetters {
  private final Map<String, TreeMap<Integer, DeadLetterRecord>> open = new HashMap<>();

  /**
   * Takes one record; returns the letter that it completes.
   *
   * @throws BrokenDeadLetter when the record is no part of a letter, or the letter is not whole
   *     with all its chunks
   */
  public Optional<DeadLetter> add(byte[] json) throws BrokenDeadLetter {
    var record = DeadLetterRecord.read(json);
    var chunks = open.computeIfAbsent(record.id(), id -> new TreeMap<>());
    chunks.put(record.chunk(), record);
    if (chunks.size() < record.chunks()) {
      return Optional.empty();
    }
    open.remove(record.id());
    var raw = new ByteArrayOutputStream();
    for (var chunk : chunks.values()) {
      raw.writeBytes(chunk.bytes());
    }
    return Optional.of(record.letter(raw.toByteArray()));
  }

  /** The ids of the letters of which chunks are missing. */
  public Set<String> incomplete() {
    return new TreeSet<>(open.keySet());
  }
}
