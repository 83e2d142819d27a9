// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.query;

import java.time.Instant;

/**
 * Where a ticket stands.
 *
 * @param target the name that the response plan has for the system it is in
 * @param ticket by which people know it
 * @param status in the words of its system; empty where that has told none
 * @param what happened last
 */
public record Ticket(
    String target,
    String route,
    String ticket,
    String url,
    String status,
    String what,
    Instant at) {}
