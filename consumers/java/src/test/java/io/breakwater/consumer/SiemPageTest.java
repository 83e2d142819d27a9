// SPDX-License-Identifier: Apache-2.0
package io.breakwater.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.breakwater.cli.Breakwater;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The examples of docs/siem.md are what the job writes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SiemPageTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path DOCS = Path.of("..", "..", "docs");
  private static final Path SCHEMAS = Path.of("..", "..", "schemas", "records");
  private static final Path EVENTS =
      Path.of("..", "..", "pipeline", "core", "src", "test", "resources", "fixtures", "valid");
  private static final Path MORE_EVENTS = Path.of("src", "test", "resources", "example");

  private static final Pattern CELL = Pattern.compile("`([^`]*)`");
  private static final String NOTHING = "–";
  private static final String CUT = "…\"";

  private final Map<String, JsonNode> written = new LinkedHashMap<>();

  @BeforeAll
  void given_what_the_job_writes(@TempDir Path directory) throws IOException {
    int exit =
        new CommandLine(new Breakwater())
            .setOut(new PrintWriter(Writer.nullWriter()))
            .execute(
                "run",
                "--input=" + EVENTS.resolve("inspector2/package-of-instance.json"),
                "--input=" + EVENTS.resolve("inspector2/network-reachability.json"),
                "--input=" + MORE_EVENTS,
                "--output=" + directory);
    assertThat(exit).isEqualTo(0);
    written.put("exposure", recordIn(directory.resolve("open-exposures.ndjson")));
    written.put("certificate", recordIn(directory.resolve("open-certificates.ndjson")));
  }

  @ParameterizedTest
  @CsvSource({"exposure", "certificate"})
  void the_whole_record_is_what_the_job_writes(String kind) throws IOException {
    var example = DOCS.resolve("siem").resolve(kind + ".json");
    var fresh = Path.of("target", kind + ".json");
    var ofTheRelease = JSON.readTree(example.toFile()).at("/metadata/product/version").asText();
    ((ObjectNode) written.get(kind).at("/metadata/product")).put("version", ofTheRelease);
    Files.writeString(fresh, written.get(kind).toPrettyString() + "\n");

    assertThat(JSON.readTree(example.toFile()))
        .as("renew it: cp consumers/java/target/%s.json docs/siem/", kind)
        .isEqualTo(written.get(kind));
  }

  @ParameterizedTest
  @CsvSource({"exposure,exposure-finding", "certificate,certificate-alert"})
  void the_whole_record_is_valid(String kind, String schema) throws IOException {
    var faults =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(Files.readString(SCHEMAS.resolve(schema + ".schema.json")))
            .validate(
                Files.readString(DOCS.resolve("siem").resolve(kind + ".json")), InputFormat.JSON);

    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"exposure,1", "certificate,2"})
  void each_field_has_the_value_that_the_table_says(String kind, int column) throws IOException {
    var stated = new ArrayList<String>();
    var found = new ArrayList<String>();
    for (var row : rows()) {
      var fields = cellsIn(row.get(0));
      var values =
          row.get(column).equals(NOTHING)
              ? fields.stream().map(it -> NOTHING).toList()
              : cellsIn(row.get(column));
      for (int i = 0; i < fields.size(); i++) {
        stated.add(fields.get(i) + " " + values.get(i));
        found.add(fields.get(i) + " " + asStated(valueAt(kind, fields.get(i)), values.get(i)));
      }
    }

    assertThat(found).hasSizeGreaterThan(50).isEqualTo(stated);
  }

  @ParameterizedTest
  @CsvSource({"exposure", "certificate"})
  void no_field_is_left_out(String kind) throws IOException {
    var explained = new TreeSet<String>();
    for (var row : rows()) {
      for (var field : cellsIn(row.get(0))) {
        var names = field.replaceAll("\\[\\d+\\]", "").split("\\.", -1);
        explained.add(names[0]);
        explained.add(String.join(".", List.of(names).subList(0, Math.min(2, names.length))));
      }
    }

    assertThat(explained).containsAll(fieldsOf(written.get(kind)));
  }

  /** The fields of the record, and those of what a reader looks at first. */
  private static Set<String> fieldsOf(JsonNode record) {
    var fields = new TreeSet<String>();
    record.fieldNames().forEachRemaining(fields::add);
    for (var part : List.of("metadata", "finding_info", "unmapped", "cloud")) {
      record.path(part).fieldNames().forEachRemaining(name -> fields.add(part + "." + name));
    }
    return fields;
  }

  private JsonNode valueAt(String kind, String field) {
    var path = "/" + field.replaceAll("\\[(\\d+)\\]", ".$1").replace('.', '/');
    return written.get(kind).at(path);
  }

  /** Texts may be cut in the table. */
  private static String asStated(JsonNode value, String stated) {
    if (value.isMissingNode()) {
      return NOTHING;
    }
    var text = value.toString();
    var begin = stated.endsWith(CUT) ? stated.substring(0, stated.length() - CUT.length()) : text;
    return stated.endsWith(CUT) && text.startsWith(begin) ? stated : text;
  }

  private static List<String> cellsIn(String text) {
    return CELL.matcher(text).results().map(match -> match.group(1)).toList();
  }

  /** Of the table, without its head. */
  private static List<List<String>> rows() throws IOException {
    return Files.readAllLines(DOCS.resolve("siem.md")).stream()
        .dropWhile(line -> !line.equals("## Field by field"))
        .filter(line -> line.startsWith("| `"))
        .map(line -> List.of(line.substring(2, line.length() - 2).split(" \\| ", -1)))
        .filter(row -> row.size() == 4)
        .toList();
  }

  private static JsonNode recordIn(Path file) throws IOException {
    var lines = Files.readAllLines(file);
    assertThat(lines).hasSize(1);
    return JSON.readTree(lines.get(0));
  }
}
