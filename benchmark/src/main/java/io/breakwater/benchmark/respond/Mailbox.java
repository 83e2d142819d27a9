// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.respond;

import io.breakwater.fakes.FakeService;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where messages go that nobody can be asked for afterwards: a message may come again, with the key
 * that it had, and whoever keeps to the keys is told everything once.
 */
abstract class Mailbox extends Counterpart {
  private static final String LOST = "messages lost";
  private static final String TWICE = "messages sent twice with two keys";
  private static final String AGAIN = "messages that came again with their key";
  private static final String OPENED = "opened";

  Mailbox(FakeService service, RespondPlan plan) {
    super(service, plan);
  }

  /**
   * @param key the same for the same message
   * @param uid of the exposure
   */
  record Letter(String key, String kind, String uid, String text) {}

  abstract List<Letter> letters();

  @Override
  final long changes() {
    return letters().size();
  }

  @Override
  final void judge(List<Life> lives, Figures figures) {
    figures.name(LOST, TWICE, AGAIN);
    var letters = letters();
    var keys = new HashSet<String>();
    var distinct = letters.stream().filter(letter -> keys.add(letter.key())).toList();
    figures.count("messages to " + name(), distinct.size());
    figures.count(AGAIN, letters.size() - distinct.size());
    var byUid = distinct.stream().collect(Collectors.groupingBy(Letter::uid));
    for (var life : lives) {
      judge(life, byUid.getOrDefault(life.uid(), List.of()), figures);
    }
  }

  private void judge(Life life, List<Letter> letters, Figures figures) {
    var where = life.uid() + " to " + name();
    long opened = letters.stream().filter(letter -> letter.kind().equals(OPENED)).count();
    if (opened != 1) {
      figures.fault(opened == 0 ? LOST : TWICE, where + ": " + OPENED);
    }
    var text = letters.stream().map(Letter::text).collect(Collectors.joining("\n"));
    Words.judge(life, text, LOST, TWICE, where, figures);
  }
}
