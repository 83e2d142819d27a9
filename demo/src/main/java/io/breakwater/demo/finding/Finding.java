// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.finding;

import io.breakwater.demo.estate.Resource;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One version of a finding: a weakness of a resource, as its product sees it.
 *
 * @param id 32 hexadecimal digits, which stay for as long as the finding lives
 * @param also what else the finding names, such as the instances that carry a role
 * @param since when the product first saw it
 * @param updated when the product last changed it
 * @param seen when the product last looked
 * @param count how often it was seen
 */
public record Finding(
    String id,
    Resource subject,
    List<Resource> also,
    Weakness weakness,
    Status status,
    Instant since,
    Instant updated,
    Instant seen,
    int count) {

  public Finding {
    Objects.requireNonNull(subject);
    also = List.copyOf(also);
  }

  public static Finding opened(
      String id, Resource subject, List<Resource> also, Weakness weakness, Instant now) {
    return new Finding(id, subject, also, weakness, Status.OPEN, now, now, now, 1);
  }

  public boolean isOpen() {
    return status == Status.OPEN;
  }

  /** Seen again, unchanged. Inspector leaves its update time alone then; the others do not. */
  public Finding seenAgain(Instant now) {
    var changed = isOfInspector() ? updated : now;
    return new Finding(id, subject, also, weakness, status, since, changed, now, count + 1);
  }

  /** The same weakness, worse or better than it was. */
  public Finding changed(Weakness next, Instant now) {
    return new Finding(id, subject, also, next, status, since, now, now, count + 1);
  }

  public Finding as(Status next, Instant now) {
    return new Finding(id, subject, also, weakness, next, since, now, now, count + 1);
  }

  private boolean isOfInspector() {
    return weakness instanceof Weakness.PackageFlaw
        || weakness instanceof Weakness.OpenPort
        || weakness instanceof Weakness.CodeFlaw;
  }
}
