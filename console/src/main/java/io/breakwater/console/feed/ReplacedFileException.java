// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.feed;

import java.nio.file.Path;

/**
 * A file is not the one that the index was made from: another run has replaced it. Its episodes
 * count anew, so that its readers have to begin anew as well.
 */
public final class ReplacedFileException extends RuntimeException {
  ReplacedFileException(Path file) {
    super(file + " is not the file that the index was made from; begin with an empty index");
  }
}
