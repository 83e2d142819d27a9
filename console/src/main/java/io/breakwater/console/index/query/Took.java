// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.query;

import io.breakwater.console.index.Severity;
import java.time.Duration;

/** How long something took, over many; within 1.6 %. */
public record Took(Severity severity, long count, Duration p50, Duration p95) {}
