// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.jira;

import java.time.ZoneId;

/**
 * Who calls, or whose hands move an issue.
 *
 * @param id what Jira calls {@code accountId}
 * @param zone in which Jira reads the dates of this account's queries and writes it its own
 */
public record Account(String id, String email, String token, String displayName, ZoneId zone) {
  public Account {
    if (id.isBlank() || email.isBlank() || token.isBlank()) {
      throw new IllegalArgumentException("An account has an id, an email address and a token");
    }
  }
}
