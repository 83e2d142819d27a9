// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.notice;

/** A record of the stream of exposures or certificates that is none of its contract. */
public final class MalformedRevisionException extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedRevisionException(String message) {
    super(message);
  }
}
