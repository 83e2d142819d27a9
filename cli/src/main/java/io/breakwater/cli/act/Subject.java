// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.act;

import io.breakwater.core.resource.Arn;
import io.breakwater.core.signal.Severity;
import java.util.Optional;

/**
 * An exposure that something is decided about.
 *
 * @param exposure its uid
 * @param resource its primary one
 * @param seen how severe it is as far as whoever decides knows; empty where they do not say
 */
record Subject(String exposure, Arn resource, Optional<Severity> seen) {
  Subject seenAs(Severity severity) {
    return new Subject(exposure, resource, Optional.of(severity));
  }
}
