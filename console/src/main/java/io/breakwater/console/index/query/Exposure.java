// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.query;

import io.breakwater.console.index.Severity;
import io.breakwater.console.index.Status;
import io.breakwater.console.index.record.Trait;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An exposure as a row of a list.
 *
 * @param region empty for what is global
 * @param replay whether all that is known of it comes from replayed events
 * @param opened when the episode began
 * @param changed when it came to this
 * @param signals how many there are behind it; of a closed one how many there were
 * @param owner whose the primary resource is; empty where nobody has said it
 * @param traits sorted by uid; of a closed one those that it had
 * @param ticket the one that was told of last
 * @param openFor how long a closed one was open; empty where that is not measured
 */
public record Exposure(
    String uid,
    boolean open,
    boolean replay,
    int episode,
    Severity severity,
    Status status,
    String title,
    String type,
    String rule,
    String account,
    String region,
    String resourceType,
    String resourceUid,
    String resourceName,
    int signals,
    String owner,
    List<Trait> traits,
    Optional<Ticket> ticket,
    Instant opened,
    Instant changed,
    Optional<Duration> openFor) {
  public Exposure {
    traits = List.copyOf(traits);
  }

  /** The same with these traits and this ticket. */
  public Exposure with(List<Trait> itsTraits, Optional<Ticket> itsTicket) {
    return new Exposure(
        uid,
        open,
        replay,
        episode,
        severity,
        status,
        title,
        type,
        rule,
        account,
        region,
        resourceType,
        resourceUid,
        resourceName,
        signals,
        owner,
        itsTraits,
        itsTicket,
        opened,
        changed,
        openFor);
  }
}
