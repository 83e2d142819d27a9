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
    String account,
    String region,
    String arn,
    Instant opened,
    Instant changed,
    Optional<Ticket> ticket) {}
