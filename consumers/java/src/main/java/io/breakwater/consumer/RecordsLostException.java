// SPDX-License-Identifier: Apache-2.0
package io.breakwater.consumer;

/** The stream has dropped records that were not read: what is held does not follow from it. */
final class RecordsLostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RecordsLostException(String message) {
    super(message);
  }
}
