// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.document;

import java.io.IOException;
import java.io.InputStream;

/** Opens a file by the name that documents refer to it by. */
@FunctionalInterface
public interface FileReader {
  InputStream open(String name) throws IOException;
}
