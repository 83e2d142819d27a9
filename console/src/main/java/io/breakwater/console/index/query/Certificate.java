// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.query;

import io.breakwater.console.index.Severity;
import io.breakwater.console.index.Status;
import java.time.Instant;
import java.util.Optional;

/**
 * An alert about a certificate as a row of a list.
 *
 * @param expires empty where nobody has said it
 * @param state where the certificate stands in its life
 * @param exported whether there are copies of it elsewhere; empty where nobody has said it
 * @param validityDays how many days it is valid in all
 * @param renewalDays how many days before its end ACM begins to renew it; empty where ACM does not
 * @param silentSince when the next daily event should have come and did not
 * @param opened when the episode began
 * @param changed when the alert came to this
 * @param ticket the one that was told of last
 */
public record Certificate(
    String uid,
    boolean open,
    boolean replay,
    Severity severity,
    Status status,
    String title,
    String commonName,
    Optional<Instant> expires,
    String state,
    String origin,
    boolean inUse,
    Optional<Boolean> exported,
    Optional<Integer> validityDays,
    Optional<Integer> renewalDays,
    Optional<Instant> silentSince,
    String account,
    String region,
    String arn,
    Instant opened,
    Instant changed,
    Optional<Ticket> ticket) {}
