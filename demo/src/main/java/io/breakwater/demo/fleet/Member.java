// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.fleet;

import static io.breakwater.demo.estate.Certificate.Kind.ACME;
import static io.breakwater.demo.estate.Certificate.Kind.IMPORTED;
import static io.breakwater.demo.estate.Certificate.Kind.PRIVATE;
import static io.breakwater.demo.estate.Certificate.Kind.PUBLIC;

import io.breakwater.demo.estate.Certificate.Kind;
import java.util.List;

/**
 * A certificate of the fleet, as it is at first.
 *
 * @param story what becomes of it before chance decides
 */
record Member(Kind kind, int validityDays, Use use, Story story) {
  enum Use {
    /** A service of AWS uses it, and nobody tells which. */
    SERVED,
    /** The same, and Security Hub's control looks at it. */
    CONTROLLED,
    /** A load balancer on the internet presents it. */
    BALANCED,
    /** A distribution of CloudFront presents it. */
    DISTRIBUTED,
    EXPORTED,
    UNUSED,
    /** It was there before anybody listened: nothing is known of it but what its events say. */
    UNHEARD
  }

  static final List<Member> ALL =
      List.of(
          new Member(PUBLIC, 198, Use.BALANCED, Story.WAITS),
          new Member(PUBLIC, 198, Use.DISTRIBUTED, Story.WAITS),
          new Member(PUBLIC, 198, Use.SERVED, Story.RENEWED),
          new Member(PUBLIC, 198, Use.SERVED, Story.RENEWED),
          new Member(PUBLIC, 198, Use.SERVED, Story.RENEWED),
          new Member(PUBLIC, 198, Use.SERVED, Story.LOST),
          new Member(PUBLIC, 198, Use.SERVED, Story.EXPIRES),
          new Member(PUBLIC, 198, Use.SERVED, Story.ROTATED),
          new Member(PUBLIC, 198, Use.EXPORTED, Story.RENEWED),
          new Member(PUBLIC, 198, Use.EXPORTED, Story.REVOKED),
          new Member(PUBLIC, 198, Use.UNUSED, Story.UNUSED),
          new Member(PUBLIC, 395, Use.SERVED, Story.RENEWED),
          new Member(PUBLIC, 395, Use.SERVED, Story.RENEWED),
          new Member(PUBLIC, 395, Use.SERVED, Story.WAITS),
          new Member(PUBLIC, 100, Use.SERVED, Story.RENEWED),
          new Member(PUBLIC, 100, Use.SERVED, Story.RENEWED),
          new Member(PUBLIC, 100, Use.BALANCED, Story.WAITS),
          new Member(PUBLIC, 47, Use.SERVED, Story.RENEWED),
          new Member(PUBLIC, 47, Use.SERVED, Story.RENEWED),
          new Member(PUBLIC, 47, Use.SERVED, Story.WAITS),
          new Member(PRIVATE, 395, Use.SERVED, Story.RENEWED),
          new Member(PRIVATE, 395, Use.SERVED, Story.WAITS),
          new Member(PRIVATE, 395, Use.SERVED, Story.REVOKED),
          new Member(ACME, 90, Use.SERVED, Story.RENEWED),
          new Member(ACME, 90, Use.SERVED, Story.CLIENT_STUCK),
          new Member(IMPORTED, 90, Use.SERVED, Story.REIMPORTED),
          new Member(IMPORTED, 47, Use.SERVED, Story.REIMPORTED),
          new Member(IMPORTED, 198, Use.CONTROLLED, Story.REIMPORTED),
          new Member(IMPORTED, 365, Use.SERVED, Story.REIMPORTED_LATE),
          new Member(IMPORTED, 90, Use.BALANCED, Story.FORGOTTEN),
          new Member(IMPORTED, 365, Use.UNUSED, Story.UNUSED),
          new Member(IMPORTED, 198, Use.UNHEARD, Story.REIMPORTED));
}
