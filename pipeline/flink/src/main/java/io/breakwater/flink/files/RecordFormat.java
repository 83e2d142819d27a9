// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.files;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;

/** How files are cut into records. Travels with the job graph. */
@FunctionalInterface
public interface RecordFormat extends Serializable {
  RecordReader open(Path file) throws IOException;
}
