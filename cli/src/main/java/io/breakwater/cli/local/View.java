// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.local;

import io.breakwater.response.message.Report;

/** Shows a person what the job does. */
interface View extends AutoCloseable {
  /** Something changed for readers; called by the tasks of the job. */
  void changed(Change change);

  /** The same for a certificate. */
  void certificateChanged(Change change);

  /** Something has become of a ticket; called by the tasks of the job. */
  void ticketChanged(Report report);

  /** A second has gone by. */
  void tick(Overview overview, Counts counts);

  @Override
  void close();
}
