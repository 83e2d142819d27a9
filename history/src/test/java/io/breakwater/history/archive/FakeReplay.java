// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.archive;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** A replay of the fake, which gets further whenever it is looked at. */
final class FakeReplay {
  private static final int CHUNK = 4;

  final String name;
  final List<String> filterArns;
  String state = "STARTING";
  String stateReason;
  Instant lastReplayed;
  private final Deque<FakeArchive.Event> waiting;

  FakeReplay(String name, List<String> filterArns, List<FakeArchive.Event> events) {
    this.name = name;
    this.filterArns = filterArns;
    var shuffled = new ArrayList<>(events);
    // EventBridge does not keep the order.
    Collections.shuffle(shuffled, new Random(7));
    this.waiting = new ArrayDeque<>(shuffled);
  }

  boolean isGoing() {
    return state.equals("STARTING") || state.equals("RUNNING");
  }

  /**
   * What is sent now.
   *
   * @param late complete is said before the last has been sent
   */
  List<FakeArchive.Event> advance(boolean late) {
    switch (state) {
      case "STARTING" -> state = "RUNNING";
      case "CANCELLING" -> state = "CANCELLED";
      case "RUNNING" -> {
        if (waiting.size() <= (late ? CHUNK : 0)) {
          state = "COMPLETED";
        } else {
          return next();
        }
      }
      case "COMPLETED" -> {
        return next();
      }
      default -> {}
    }
    return List.of();
  }

  private List<FakeArchive.Event> next() {
    var chunk = new ArrayList<FakeArchive.Event>();
    while (chunk.size() < CHUNK && !waiting.isEmpty()) {
      chunk.add(waiting.remove());
      lastReplayed = chunk.get(chunk.size() - 1).time();
    }
    return chunk;
  }
}
