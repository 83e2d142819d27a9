// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.local;

/** Shows a person what the job does. */
interface View extends AutoCloseable {
  /** Something changed for readers; called by the tasks of the job. */
  void changed(Change change);

  /** The same for a certificate. */
  void certificateChanged(Change change);

  /** A second has gone by. */
  void tick(Overview overview, Counts counts);

  @Override
  void close();
}
