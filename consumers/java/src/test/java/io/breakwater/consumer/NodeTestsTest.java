// SPDX-License-Identifier: Apache-2.0
package io.breakwater.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The tests of the consumer in Node.js, each of them told as one of here. */
final class NodeTestsTest {
  @TempDir private Path directory;

  @TestFactory
  Stream<DynamicTest> of_node() throws Exception {
    NodeProgram.install();
    var report = directory.resolve("report.xml").toAbsolutePath();

    var out = directory.resolve("out.txt");
    NodeProgram.run(
        List.of("node", "--test", "--test-reporter=junit", "--test-reporter-destination=" + report),
        out);

    assertThat(report).as(Files.readString(out)).exists();
    var cases =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(report.toFile())
            .getElementsByTagName("testcase");
    assertThat(cases.getLength()).isPositive();
    return elements(cases).map(NodeTestsTest::told);
  }

  private static Stream<Element> elements(NodeList nodes) {
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i));
  }

  private static DynamicTest told(Element testcase) {
    var failures = elements(testcase.getElementsByTagName("failure")).toList();
    return DynamicTest.dynamicTest(
        testcase.getAttribute("name"),
        () -> assertThat(failures).extracting(Element::getTextContent).isEmpty());
  }
}
