// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.query;

import io.breakwater.console.index.Severity;
import io.breakwater.console.index.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An exposure as a row of a list.
 *
 * @param region empty for what is global
 * @param replay whether all that is known of it comes from replayed events
 * @param opened when the episode began
 * @param changed when it came to this
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
    Instant opened,
    Instant changed,
    Optional<Duration> openFor) {}
