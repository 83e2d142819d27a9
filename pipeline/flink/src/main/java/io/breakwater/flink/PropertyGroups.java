// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink;

import com.amazonaws.services.kinesisanalytics.runtime.KinesisAnalyticsRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.flink.api.java.utils.ParameterTool;

/**
 * What an operator set of a job on a cluster, each by group and key such as {@code Source.region}.
 */
public final class PropertyGroups {
  /** The argument that names a file of settings, in the form in which the service keeps them. */
  private static final String FILE = "settings";

  private PropertyGroups() {}

  /**
   * From the arguments, where there are any: settings such as {@code --Source.region eu-central-1},
   * which go before those of the file that {@code --settings FILE} names. Else from the groups that
   * the service holds.
   *
   * @throws IOException when the file cannot be read
   */
  public static Map<String, String> of(String... args) throws IOException {
    if (args.length == 0) {
      return flat(KinesisAnalyticsRuntime.getApplicationProperties());
    }
    var arguments = new TreeMap<>(ParameterTool.fromArgs(args).toMap());
    var file = arguments.remove(FILE);
    var properties = file == null ? new TreeMap<String, String>() : in(Path.of(file));
    properties.putAll(arguments);
    return properties;
  }

  /**
   * From a file that has the groups as the service keeps them.
   *
   * @throws IOException when the file cannot be read, or has no groups in it
   */
  public static Map<String, String> in(Path file) throws IOException {
    // The service's own reader takes a file that is not there for one without groups.
    if (!Files.isReadable(file)) {
      throw new NoSuchFileException(file.toString(), null, "there is no such file of settings");
    }
    try {
      return flat(KinesisAnalyticsRuntime.getApplicationProperties(file.toString()));
    } catch (IOException | NullPointerException e) {
      throw new IOException("no property groups are in " + file + ": " + e.getMessage(), e);
    }
  }

  static Map<String, String> flat(Map<String, Properties> groups) {
    var properties = new TreeMap<String, String>();
    groups.forEach(
        (group, values) ->
            values
                .stringPropertyNames()
                .forEach(key -> properties.put(group + "." + key, values.getProperty(key))));
    return properties;
  }
}
