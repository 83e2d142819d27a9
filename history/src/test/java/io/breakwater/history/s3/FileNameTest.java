// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.S3Object;

final class FileNameTest {
  @Test
  void usual_keys_are_their_own_names() {
    var key = "findings/year=2026/month=11/stream-1-2026-11-27-05-00-00-0a.gz";

    assertThat(names("findings/", List.of(key)))
        .containsExactly("year=2026/month=11/stream-1-2026-11-27-05-00-00-0a.gz");
  }

  @Test
  void an_object_that_is_a_folder_of_others_is_a_file_beside_it() {
    assertThat(names("", List.of("a", "a/b"))).containsExactly("a%", "a/b");
  }

  @Property
  void every_key_has_a_file_of_its_own_below_the_directory(
      @ForAll("keys") @UniqueElements List<String> keys) {
    var directory = Path.of("/directory");

    var files = names("in/", keys).stream().map(name -> directory.resolve(name)).toList();

    assertThat(files).doesNotHaveDuplicates();
    assertThat(files)
        .allMatch(file -> file.equals(file.normalize()) && file.startsWith(directory))
        .doesNotContain(directory);
    for (var file : files) {
      assertThat(files).noneMatch(other -> !other.equals(file) && other.startsWith(file));
    }
  }

  @Property
  void no_key_has_the_name_of_a_file_that_is_not_complete(
      @ForAll("keys") @UniqueElements List<String> keys) {
    assertThat(names("in/", keys)).noneMatch(name -> name.endsWith(FileName.ASIDE));
  }

  @Provide
  Arbitrary<List<String>> keys() {
    var name = Arbitraries.of("", ".", "..", "%", "a", "a%", "%2E", "b", "a%part");
    return name.list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(names -> "in/" + String.join("/", names))
        .list()
        .ofMaxSize(12);
  }

  private static List<String> names(String folder, List<String> keys) {
    Stream<S3Object> objects = keys.stream().map(key -> S3Object.builder().key(key).build());
    var names = new FileName(folder, new ArrayList<>(objects.toList()));
    return keys.stream().map(names::of).toList();
  }
}
