// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.jira;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The issues as they are, and as the search sees them: behind, by a lag of its own for each write.
 */
final class Issues {
  /**
   * @param ticket empty once the issue is deleted
   */
  private record Indexed(Instant from, Optional<Ticket> ticket) {}

  private final SearchLag lag;
  private final TreeMap<Long, Ticket> byId = new TreeMap<>();
  private final Map<String, Long> idByKey = new HashMap<>();
  private final TreeMap<Long, List<Indexed>> index = new TreeMap<>();

  Issues(SearchLag lag) {
    this.lag = lag;
  }

  Optional<Ticket> find(String idOrKey) {
    var id = idByKey.get(idOrKey.toUpperCase(Locale.ROOT));
    if (id != null) {
      return Optional.ofNullable(byId.get(id));
    }
    return idOrKey.matches("\\d{1,18}")
        ? Optional.ofNullable(byId.get(Long.parseLong(idOrKey)))
        : Optional.empty();
  }

  Collection<Ticket> all() {
    return List.copyOf(byId.values());
  }

  void put(Ticket ticket, Instant now) {
    byId.put(ticket.id, ticket);
    idByKey.put(ticket.key, ticket.id);
    index(ticket.id, Optional.of(ticket), now);
  }

  void remove(Ticket ticket, Instant now) {
    byId.remove(ticket.id);
    index(ticket.id, Optional.empty(), now);
  }

  /**
   * @param reconciled ids of those that are seen as they are
   */
  List<Ticket> seenBySearch(Instant now, Set<Long> reconciled) {
    var seen = new ArrayList<Ticket>();
    index.forEach(
        (id, states) -> {
          var state =
              reconciled.contains(id) ? Optional.ofNullable(byId.get(id)) : latest(states, now);
          state.ifPresent(seen::add);
        });
    return seen;
  }

  private void index(long id, Optional<Ticket> state, Instant now) {
    var states = index.computeIfAbsent(id, any -> new ArrayList<>());
    int seen = states.size() - 1;
    while (seen > 0 && states.get(seen).from().isAfter(now)) {
      seen--;
    }
    // What is older than what the search sees already will not be seen again.
    states.subList(0, Math.max(seen, 0)).clear();
    states.add(new Indexed(now.plus(lag.next()), state));
  }

  private static Optional<Ticket> latest(List<Indexed> states, Instant now) {
    for (int i = states.size() - 1; i >= 0; i--) {
      if (!states.get(i).from().isAfter(now)) {
        return states.get(i).ticket();
      }
    }
    return Optional.empty();
  }
}
