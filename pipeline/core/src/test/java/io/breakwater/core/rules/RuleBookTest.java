// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.core.catalogue.CatalogueText;
import io.breakwater.core.fixture.CatalogueFiles;
import io.breakwater.core.fixture.FindingSchemas;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which updates are accepted, and what their senders are told. */
final class RuleBookTest {
  private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");
  private static final int HOPS = 4;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final CatalogueText BUILT_IN = CatalogueText.builtIn();

  private final RuleBook book = new RuleBook(BUILT_IN, HOPS, List.of());

  @Test
  void updates_are_numbered_whatever_their_kinds() {
    assertThat(judge(RuleKind.SUPPRESSIONS, suppressions("1", "2026-12-31")).inForce())
        .hasValueSatisfying(now -> assertThat(now.number()).isEqualTo(1));
    assertThat(judge(RuleKind.CATALOGUE, document(version("9.0"))).inForce())
        .hasValueSatisfying(now -> assertThat(now.number()).isEqualTo(2));
    assertThat(judge(RuleKind.SUPPRESSIONS, suppressions("2", "2026-12-31")).inForce())
        .hasValueSatisfying(now -> assertThat(now.number()).isEqualTo(3));
    assertThat(book.inForce()).extracting(RulesInForce::version).containsExactly("9.0", "2");
  }

  @Test
  void numbers_go_on_after_a_restart() {
    judge(RuleKind.SUPPRESSIONS, suppressions("1", "2026-12-31"));
    judge(RuleKind.CATALOGUE, document(version("9.0")));
    var restored = new RuleBook(BUILT_IN, HOPS, book.inForce());

    var again = restored.judge(update(RuleKind.CATALOGUE, document(version("9.0"))), NOW);
    var next = restored.judge(update(RuleKind.CATALOGUE, document(version("9.1"))), NOW);

    assertThat(again.outcome()).isEqualTo(RuleAnswer.Outcome.UNCHANGED);
    assertThat(next.inForce().orElseThrow().number()).isEqualTo(3);
  }

  @Test
  void the_same_once_more_changes_nothing() {
    judge(RuleKind.EXPLOITATION, exploitation("2026-11-26", 0.5));

    var again = judge(RuleKind.EXPLOITATION, exploitation("2026-11-26", 0.5));

    assertThat(again.outcome()).isEqualTo(RuleAnswer.Outcome.UNCHANGED);
    assertThat(again.inForce().orElseThrow().number()).isEqualTo(1);
  }

  @Test
  void other_rules_under_the_version_in_force_are_refused() {
    judge(RuleKind.EXPLOITATION, exploitation("2026-11-26", 0.5));

    assertThat(judge(RuleKind.EXPLOITATION, exploitation("2026-11-26", 0.6)).reasons())
        .singleElement()
        .asString()
        .startsWith("version 2026-11-26 is in force and says something else");
    assertThat(
            judge(
                    RuleKind.CATALOGUE,
                    document(
                        CatalogueFiles.builtIn()
                            .change("severity.json", model -> model.put("unknown", 3))))
                .reasons())
        .singleElement()
        .asString()
        .startsWith("version " + BUILT_IN.catalogue().version() + " is in force");
  }

  @Test
  void a_catalogue_with_faults_is_refused_with_all_of_them() {
    var answer = judge(RuleKind.CATALOGUE, "{\"files\":{\"catalogue.json\":\"{}\"}}");

    assertThat(answer.outcome()).isEqualTo(RuleAnswer.Outcome.REFUSED);
    assertThat(answer.reasons())
        .hasSizeGreaterThan(1)
        .allMatch(r -> r.startsWith("catalogue.json"));
    assertThat(answer.inForce()).isEmpty();
    assertThat(FindingSchemas.faultsOfRuleAnswer(answer.toJson(NOW))).isEmpty();
  }

  @Test
  void a_catalogue_whose_traits_come_by_other_relations_is_refused() {
    var answer =
        judge(
            RuleKind.CATALOGUE,
            document(
                version("9.0")
                    .trait(
                        "traits/ec2-instance.json",
                        "administrative-access-policy",
                        trait -> trait.remove("via"))));

    assertThat(answer.outcome()).isEqualTo(RuleAnswer.Outcome.REFUSED);
    assertThat(answer.reasons())
        .anyMatch(
            reason ->
                reason.equals(
                    "administrative-access-policy of AWS::EC2::Instance comes by other relations"
                        + " than now"));
  }

  @Test
  void it_goes_back_to_the_catalogue_of_the_start() {
    judge(RuleKind.CATALOGUE, document(version("9.0")));

    var back = judge(RuleKind.CATALOGUE, CatalogueUpdate.documentOfBuiltIn());
    var again = judge(RuleKind.CATALOGUE, CatalogueUpdate.documentOfBuiltIn());

    assertThat(back.outcome()).isEqualTo(RuleAnswer.Outcome.ACCEPTED);
    assertThat(back.inForce().orElseThrow().version()).isEqualTo(BUILT_IN.catalogue().version());
    assertThat(again.outcome()).isEqualTo(RuleAnswer.Outcome.UNCHANGED);
  }

  @Test
  void suppressions_that_suppress_nothing_are_accepted_with_a_warning() {
    var ended = judge(RuleKind.SUPPRESSIONS, suppressions("1", "2026-11-26"));
    var malformed = judge(RuleKind.SUPPRESSIONS, suppressions("2", "soon"));

    assertThat(ended.outcome()).isEqualTo(RuleAnswer.Outcome.ACCEPTED);
    assertThat(ended.warnings())
        .containsExactly("suppression 'sandbox' suppresses nothing: it ended 2026-11-26");
    assertThat(malformed.warnings())
        .containsExactly("suppression 'sandbox' suppresses nothing: 'soon' is no day");
    assertThat(FindingSchemas.faultsOfRuleAnswer(ended.toJson(NOW))).isEmpty();
  }

  @Test
  void what_is_no_document_of_its_kind_is_refused() {
    for (var kind : RuleKind.values()) {
      for (var document : List.of("{}", "[]", "no JSON", "", "{\"files\":7}")) {
        var answer = judge(kind, document);

        assertThat(answer.outcome())
            .as(kind + " " + document)
            .isEqualTo(RuleAnswer.Outcome.REFUSED);
        assertThat(answer.reasons()).isNotEmpty();
      }
    }
    assertThat(book.inForce()).isEmpty();
  }

  /**
   * Whatever somebody sends: the stream keeps it, and a job that fails of it would fail for good.
   */
  @Test
  void what_is_damaged_anywhere_is_answered() {
    var random = new Random(11);
    var documents =
        Map.of(
            RuleKind.CATALOGUE, document(version("9.0")),
            RuleKind.SUPPRESSIONS, suppressions("1", "2026-12-31"),
            RuleKind.EXPLOITATION, exploitation("2026-11-26", 0.5));
    for (var entry : documents.entrySet()) {
      for (int i = 0; i < (entry.getKey() == RuleKind.CATALOGUE ? 10 : 200); i++) {
        var damaged = new StringBuilder(entry.getValue());
        int at = random.nextInt(damaged.length());
        damaged.replace(at, Math.min(damaged.length(), at + random.nextInt(4)), any(random));

        assertThat(judge(entry.getKey(), damaged.toString()).outcome()).isNotNull();
      }
    }
  }

  private static String any(Random random) {
    return List.of("", "{", "]", "\"", "\\u0000", "null", "-1e9", "\ud800").get(random.nextInt(8));
  }

  @Test
  void a_catalogue_that_another_release_has_accepted_is_named_when_it_is_none_for_this_one() {
    var old =
        new RulesInForce(
            RuleKind.CATALOGUE,
            4,
            "old",
            "8.0",
            "digest",
            "{\"files\":{\"catalogue.json\":\"{}\"}}");

    assertThatThrownBy(() -> new RuleBook(BUILT_IN, HOPS, List.of(old)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("catalogue 8.0, accepted as update 4, is none for this release")
        .hasMessageContaining("catalogue.json");
    assertThatThrownBy(() -> Rules.of(BUILT_IN.catalogue()).with(List.of(old)))
        .isInstanceOf(IllegalStateException.class);
  }

  private RuleAnswer judge(RuleKind kind, String document) {
    return book.judge(update(kind, document), NOW);
  }

  private static RuleUpdate update(RuleKind kind, String document) {
    return new RuleUpdate("update", kind, document);
  }

  private static CatalogueFiles version(String version) {
    return CatalogueFiles.builtIn().change("catalogue.json", root -> root.put("version", version));
  }

  private static String document(CatalogueFiles catalogue) {
    var document = JSON.createObjectNode();
    document.set("files", JSON.valueToTree(catalogue.texts()));
    return document.toString();
  }

  private static String suppressions(String version, String expires) {
    return String.format(
        "{\"version\":\"%s\",\"suppressions\":[{\"id\":\"sandbox\","
            + "\"reason\":\"Nothing of value is there.\",\"owner\":\"platform\","
            + "\"expires\":\"%s\",\"severity\":\"Low\","
            + "\"pattern\":{\"resource\":{\"type\":[\"AWS::EC2::Instance\"]}}}]}",
        version, expires);
  }

  private static String exploitation(String day, double epss) {
    return String.format(
        "{\"version\":\"%s\",\"asOf\":\"%s\",\"epss\":{\"CVE-2026-1\":%s},"
            + "\"knownExploited\":[]}",
        day, day, epss);
  }
}
