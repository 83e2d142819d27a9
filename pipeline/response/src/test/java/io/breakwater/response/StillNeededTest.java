// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.statefun.flink.core.StatefulFunctionsConfig;
import org.apache.flink.statefun.flink.core.StatefulFunctionsUniverse;
import org.apache.flink.statefun.flink.core.StatefulFunctionsUniverseProvider;
import org.junit.jupiter.api.Test;

/** The class of ours that stands in for one of stateful functions. */
final class StillNeededTest {
  private static final String NAME = StatefulFunctionsConfig.class.getName();

  /**
   * What starts a job out of modules, and what is asked where nothing is set: ours does neither.
   */
  private static final List<String> NOT_REACHED =
      List.of(
          "StatefulFunctionsJob.main: ",
          "StatefulFunctionsConfigValidator.validateCustomPayloadSerializerClassName: ",
          "Modules.loadFromClassPath: ",
          "StatefulFunctionDataStreamBuilder.build: fromEnvironment");

  @Test
  void the_original_calls_what_this_flink_does_not_have() throws Exception {
    var original = new OriginalFirst().loadClass(NAME);
    var config =
        original
            .getMethod("fromFlinkConfiguration", Configuration.class)
            .invoke(null, new Configuration());
    original
        .getMethod("setProvider", StatefulFunctionsUniverseProvider.class)
        .invoke(config, new NoFunctions());
    var getProvider = original.getMethod("getProvider", ClassLoader.class);

    assertThatThrownBy(() -> getProvider.invoke(config, getClass().getClassLoader()))
        .as(
            "the StatefulFunctionsConfig of stateful functions works: delete ours, which is no"
                + " longer needed, and unpack theirs")
        .isInstanceOf(InvocationTargetException.class)
        .hasCauseInstanceOf(NoSuchMethodError.class);
  }

  @Test
  void ours_has_all_that_the_runtime_calls() throws Exception {
    var uses =
        new ClassFileImporter()
            .importPath(shipped()).stream()
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(use -> use.getTargetOwner().getName().equals(NAME))
                .filter(use -> !use.getOriginOwner().getName().equals(NAME))
                .toList();

    assertThat(uses).hasSizeGreaterThan(NOT_REACHED.size());
    assertThat(uses)
        .filteredOn(use -> use.getTarget().resolveMember().isEmpty())
        .extracting(StillNeededTest::words)
        .allMatch(words -> NOT_REACHED.stream().anyMatch(words::startsWith));
  }

  /** What of stateful functions is a part of this module's own jar. */
  private static Path shipped() throws URISyntaxException {
    var place = StatefulFunctionsConfig.class.getProtectionDomain().getCodeSource().getLocation();
    return Path.of(place.toURI()).resolve("org/apache/flink/statefun");
  }

  private static String words(JavaAccess<?> use) {
    return use.getOriginOwner().getSimpleName()
        + "."
        + use.getOrigin().getName()
        + ": "
        + use.getTarget().getName();
  }

  /**
   * Takes the one class out of the jar that it comes in, and all the others from where ours are.
   */
  private static final class OriginalFirst extends ClassLoader {
    private static final Path JAR = Path.of(System.getProperty("breakwater.statefun-flink-core"));

    OriginalFirst() {
      super(StillNeededTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.equals(NAME)) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        var loaded = findLoadedClass(name);
        return loaded == null ? original() : loaded;
      }
    }

    private Class<?> original() throws ClassNotFoundException {
      try (var jar = new JarFile(JAR.toFile());
          InputStream in = jar.getInputStream(jar.getEntry(NAME.replace('.', '/') + ".class"))) {
        var bytes = in.readAllBytes();
        return defineClass(NAME, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(NAME, e);
      }
    }
  }

  private static final class NoFunctions implements StatefulFunctionsUniverseProvider {
    private static final long serialVersionUID = 1L;

    @Override
    public StatefulFunctionsUniverse get(ClassLoader classes, StatefulFunctionsConfig config) {
      throw new UnsupportedOperationException("nobody asks for functions");
    }
  }
}
