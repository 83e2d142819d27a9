// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.respond;

import java.util.Map;

/** What the services of AWS know the job by. */
final class Aws {
  static final String KEY = "local";

  /** What its processes have, for the SDK. */
  static final Map<String, String> ENVIRONMENT =
      Map.of("AWS_ACCESS_KEY_ID", KEY, "AWS_SECRET_ACCESS_KEY", KEY);

  private Aws() {}
}
