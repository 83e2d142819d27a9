// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.access;

import io.javalin.http.Context;
import java.util.Optional;

/** A way to know who asks. */
public interface Authentication {
  /**
   * Empty where the request does not say it this way.
   *
   * @throws io.breakwater.console.web.Refused when it does, and it is not true
   */
  Optional<Person> of(Context request);
}
