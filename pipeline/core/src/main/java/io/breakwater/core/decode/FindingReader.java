// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** Reads what one provider puts into {@code detail}, or the same thing bare. */
interface FindingReader {
  /**
   * The parser stands on the START_OBJECT of the detail and must be left on its END_OBJECT, also
   * when a finding within it is refused by adding {@link Part#dead}.
   *
   * @throws io.breakwater.core.json.MalformedRecord when the whole detail cannot be read
   */
  void read(JsonParser parser, Envelope envelope, Decoded.Builder into) throws IOException;
}
