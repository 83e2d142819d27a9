// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.fakes.Answer;
import io.breakwater.fakes.Call;
import io.breakwater.fakes.FakeService;
import io.breakwater.fakes.Refusal;
import io.breakwater.fakes.Routes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * AWS Security Hub, as far as findings are imported and read. What it holds its callers to:
 *
 * <ul>
 *   <li>A signature in the form of Signature Version 4, of a known access key, for {@code
 *       securityhub}.
 *   <li><a
 *       href="https://docs.aws.amazon.com/securityhub/latest/userguide/finding-update-batchimportfindings.html">BatchImportFindings</a>
 *       with the default product of the caller's account and Region; findings of that account, in
 *       the <a
 *       href="https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-findings-format-attributes.html">AWS
 *       Security Finding Format</a>, 1 to 100 in a batch of at most 6 MB, each at most 240 KB. What
 *       is at fault fails by itself, and the rest is imported.
 *   <li>A finding that is there is updated only by a later {@code UpdatedAt}. An import does not
 *       touch {@code Note}, {@code UserDefinedFields}, {@code VerificationState} and {@code
 *       Workflow} of it, nor what a person has said in the place of {@code FindingProviderFields};
 *       but a finding that is active again is new again unless it is suppressed.
 *   <li>10 imports a second and account and Region, 30 in a burst (<a
 *       href="https://docs.aws.amazon.com/securityhub/latest/partnerguide/guidelines-batchimportfindings.html">guidelines</a>).
 *   <li>{@code GetFindings} by {@code Id}, {@code ProductArn}, {@code GeneratorId}, {@code
 *       AwsAccountId}, {@code RecordState} or {@code WorkflowStatus}, in the caller's account and
 *       Region.
 * </ul>
 */
public final class FakeSecurityHub implements FakeService {
  private static final int MOST_FINDINGS = 100;
  private static final int MOST_BYTES = 240 * 1024;
  private static final int MOST_BATCH_BYTES = 6 * 1024 * 1024;
  private static final int USUAL_PAGE = 100;
  private static final List<String> CUSTOMERS =
      List.of("Note", "UserDefinedFields", "VerificationState", "Workflow");
  private static final List<String> PROVIDED =
      List.of("Confidence", "Criticality", "RelatedFindings", "Severity", "Types");
  private static final Map<String, Integer> NORMALIZED =
      Map.of("INFORMATIONAL", 0, "LOW", 1, "MEDIUM", 40, "HIGH", 70, "CRITICAL", 90);

  private record Request(Call call, Caller caller, Instant now) {}

  private record Key(Caller owner, String productArn, String id) {}

  private record Held(
      ObjectNode asff,
      Set<String> byPerson,
      Instant created,
      Instant updated,
      int imports,
      int outdated) {}

  private final AccessKeys keys;
  private final boolean limited;
  private final ImportRate rate = new ImportRate();
  private final Map<Key, Held> findings = new LinkedHashMap<>();
  private final Routes<Request> routes =
      new Routes<Request>(
              call -> error(404, "ResourceNotFoundException", "There is nothing here."),
              call -> error(405, "InvalidInputException", call.method() + " is not allowed."))
          .on("POST", "/findings/import", (request, parts) -> batchImport(request))
          .on("POST", "/findings", (request, parts) -> getFindings(request));

  private FakeSecurityHub(AccessKeys keys, boolean limited) {
    this.keys = keys;
    this.limited = limited;
  }

  /** Security Hub is enabled in every account whose keys are known. */
  public static FakeSecurityHub of(AccessKeys keys) {
    return new FakeSecurityHub(keys, true);
  }

  /** The same, without a limit of imports a second. */
  public static FakeSecurityHub unlimited(AccessKeys keys) {
    return new FakeSecurityHub(keys, false);
  }

  @Override
  public synchronized Answer answer(Call call, Instant now) {
    try {
      var caller =
          Caller.of(
              call,
              keys,
              "securityhub",
              (code, message) ->
                  error(
                      403,
                      code.equals("InvalidClientTokenId") ? "UnrecognizedClientException" : code,
                      message));
      return routes.answer(call, new Request(call, caller, now));
    } catch (Refusal refusal) {
      return refusal.answer();
    }
  }

  @Override
  public Answer throttled(Call call, Duration retryAfter, Instant now) {
    return tooMany().with("Retry-After", Long.toString(retryAfter.toSeconds()));
  }

  @Override
  public Answer broken(Call call) {
    return error(500, "InternalException", "Something went wrong on our side.");
  }

  /** A person sets the workflow status of a finding. */
  public synchronized void personSetsWorkflow(String id, String status) {
    personSets(id, "Workflow", JsonNodeFactory.instance.objectNode().put("Status", status));
  }

  /** A person sets an attribute of a finding, as BatchUpdateFindings lets one. */
  public synchronized void personSets(String id, String attribute, JsonNode value) {
    if (!CUSTOMERS.contains(attribute) && !PROVIDED.contains(attribute)) {
      throw new IllegalArgumentException("Nobody may set " + attribute + " of a finding");
    }
    var key =
        findings.keySet().stream()
            .filter(held -> held.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("There is no finding " + id));
    var held = findings.get(key);
    var after = held.asff().deepCopy();
    after.set(attribute, value);
    var byPerson = new HashSet<>(held.byPerson());
    byPerson.add(attribute);
    findings.put(
        key,
        new Held(after, byPerson, held.created(), held.updated(), held.imports(), held.outdated()));
  }

  /** All that was imported, in the order in which it first came. */
  public synchronized List<ImportedFinding> findings() {
    return findings.entrySet().stream()
        .map(
            entry -> {
              var held = entry.getValue();
              return new ImportedFinding(
                  entry.getKey().owner().account(),
                  entry.getKey().owner().region(),
                  entry.getKey().id(),
                  held.asff().deepCopy(),
                  held.created(),
                  held.updated(),
                  held.imports(),
                  held.outdated());
            })
        .toList();
  }

  private Answer batchImport(Request request) {
    if (limited && !rate.allows(request.caller(), request.now())) {
      return tooMany();
    }
    var batch = body(request).path("Findings");
    if (!batch.isArray() || batch.isEmpty() || batch.size() > MOST_FINDINGS) {
      throw invalid("A batch has from 1 to 100 findings.");
    }
    if (request.call().body().length > MOST_BATCH_BYTES) {
      throw invalid("A batch has at most 6 MB.");
    }
    for (var finding : batch) {
      checkProduct(finding, request.caller());
    }
    var answer = JsonNodeFactory.instance.objectNode();
    var failed = JsonNodeFactory.instance.arrayNode();
    for (var finding : batch) {
      var fault = fault(finding, request.caller());
      if (fault.isPresent()) {
        failed
            .addObject()
            .put("Id", finding.path("Id").asText())
            .put("ErrorCode", "InvalidInput")
            .put("ErrorMessage", fault.get());
      } else {
        take((ObjectNode) finding, request);
      }
    }
    answer.put("FailedCount", failed.size()).put("SuccessCount", batch.size() - failed.size());
    answer.set("FailedFindings", failed);
    return Answer.json(200, answer);
  }

  private static void checkProduct(JsonNode finding, Caller caller) {
    var arn = finding.path("ProductArn").asText();
    var parts = arn.split(":", -1);
    boolean whole = parts.length == 6 && parts[2].equals("securityhub");
    boolean own =
        whole
            && parts[3].equals(caller.region())
            && parts[4].equals(caller.account())
            && parts[5].equals("product/" + caller.account() + "/default");
    if (whole && !own) {
      throw new Refusal(
          error(
              403,
              "AccessDeniedException",
              "Account " + caller.account() + " may not import findings of " + arn + "."));
    }
  }

  private static Optional<String> fault(JsonNode finding, Caller caller) {
    if (!finding.isObject()) {
      return Optional.of("A finding must be a JSON object.");
    }
    if (finding.toString().getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      return Optional.of("A finding has at most 240 KB.");
    }
    var faults = Asff.faults(finding);
    if (!faults.isEmpty()) {
      return Optional.of(
          "The finding is not in the AWS Security Finding Format: "
              + String.join("; ", faults)
              + ".");
    }
    return finding.path("AwsAccountId").asText().equals(caller.account())
        ? Optional.empty()
        : Optional.of("The finding is not of the account that imports it.");
  }

  private void take(ObjectNode finding, Request request) {
    var key =
        new Key(request.caller(), finding.path("ProductArn").asText(), finding.path("Id").asText());
    var held = Optional.ofNullable(findings.get(key));
    if (held.isPresent() && !isLater(finding, held.get().asff())) {
      var same = held.get();
      findings.put(
          key,
          new Held(
              same.asff(),
              same.byPerson(),
              same.created(),
              same.updated(),
              same.imports(),
              same.outdated() + 1));
      return;
    }
    var after = complete(finding, request);
    held.ifPresent(former -> keepWhatIsNotTheProviders(after, former));
    findings.put(
        key,
        new Held(
            after,
            held.map(Held::byPerson).orElse(Set.of()),
            held.map(Held::created).orElse(request.now()),
            request.now(),
            held.map(Held::imports).orElse(0) + 1,
            held.map(Held::outdated).orElse(0)));
  }

  private static boolean isLater(JsonNode finding, JsonNode held) {
    return Instant.parse(finding.path("UpdatedAt").asText())
        .isAfter(Instant.parse(held.path("UpdatedAt").asText()));
  }

  /** With what Security Hub adds, and each of the two places of what is provided filled. */
  private static ObjectNode complete(ObjectNode finding, Request request) {
    var whole = finding.deepCopy();
    var provided = whole.withObject("/FindingProviderFields");
    for (var attribute : PROVIDED) {
      if (provided.has(attribute)) {
        whole.set(attribute, provided.get(attribute).deepCopy());
      } else if (whole.has(attribute)) {
        provided.set(attribute, whole.get(attribute).deepCopy());
      }
    }
    var label = whole.path("Severity").path("Label").asText();
    if (NORMALIZED.containsKey(label)) {
      ((ObjectNode) whole.get("Severity")).put("Normalized", NORMALIZED.get(label));
    }
    if (!whole.has("RecordState")) {
      whole.put("RecordState", "ACTIVE");
    }
    if (!whole.path("Workflow").has("Status")) {
      whole.withObject("/Workflow").put("Status", "NEW");
    }
    return whole
        .put("Region", request.caller().region())
        .put("ProcessedAt", request.now().toString());
  }

  private static void keepWhatIsNotTheProviders(ObjectNode after, Held former) {
    for (var attribute : CUSTOMERS) {
      keep(after, former.asff(), attribute);
    }
    for (var attribute : former.byPerson()) {
      keep(after, former.asff(), attribute);
    }
    boolean active = after.path("RecordState").asText().equals("ACTIVE");
    boolean wasArchived = former.asff().path("RecordState").asText().equals("ARCHIVED");
    var status = after.path("Workflow").path("Status").asText();
    if (active && wasArchived && !status.equals("SUPPRESSED")) {
      after.withObject("/Workflow").put("Status", "NEW");
    }
  }

  private static void keep(ObjectNode after, JsonNode former, String attribute) {
    if (former.has(attribute)) {
      after.set(attribute, former.get(attribute).deepCopy());
    } else {
      after.remove(attribute);
    }
  }

  private Answer getFindings(Request request) {
    var body =
        request.call().body().length == 0 ? JsonNodeFactory.instance.objectNode() : body(request);
    int most = body.path("MaxResults").asInt(USUAL_PAGE);
    if (most < 1 || most > USUAL_PAGE) {
      throw invalid("MaxResults must be from 1 to 100.");
    }
    var token = body.path("NextToken").asText("0");
    if (!token.matches("\\d{1,9}")) {
      throw invalid("The NextToken is none of this service.");
    }
    int from = Integer.parseInt(token);
    var found =
        findings.entrySet().stream()
            .filter(entry -> entry.getKey().owner().equals(request.caller()))
            .map(entry -> entry.getValue().asff())
            .filter(asff -> matches(asff, body.path("Filters")))
            .toList();
    var answer = JsonNodeFactory.instance.objectNode();
    var list = answer.putArray("Findings");
    found.stream().skip(from).limit(most).forEach(list::add);
    if (from + most < found.size()) {
      answer.put("NextToken", Integer.toString(from + most));
    }
    return Answer.json(200, answer);
  }

  private static boolean matches(JsonNode asff, JsonNode filters) {
    boolean all = true;
    for (Map.Entry<String, JsonNode> filter : filters.properties()) {
      var value =
          switch (filter.getKey()) {
            case "Id", "ProductArn", "GeneratorId", "AwsAccountId", "RecordState" ->
                asff.path(filter.getKey()).asText();
            case "WorkflowStatus" -> asff.path("Workflow").path("Status").asText();
            default -> throw invalid("There is no filter " + filter.getKey() + " here.");
          };
      boolean any = false;
      for (var one : filter.getValue()) {
        any |= matches(value, one.path("Comparison").asText(), one.path("Value").asText());
      }
      all &= any;
    }
    return all;
  }

  private static boolean matches(String value, String comparison, String wanted) {
    return switch (comparison) {
      case "EQUALS" -> value.equals(wanted);
      case "PREFIX" -> value.startsWith(wanted);
      case "NOT_EQUALS" -> !value.equals(wanted);
      default -> throw invalid("There is no comparison " + comparison + " here.");
    };
  }

  private static JsonNode body(Request request) {
    return request
        .call()
        .json()
        .filter(JsonNode::isObject)
        .orElseThrow(() -> invalid("The body must be a JSON object."));
  }

  private static Refusal invalid(String message) {
    return new Refusal(error(400, "InvalidInputException", message));
  }

  private static Answer tooMany() {
    return error(429, "TooManyRequestsException", "Too many requests.");
  }

  private static Answer error(int status, String type, String message) {
    return Answer.json(
            status, JsonNodeFactory.instance.objectNode().put("Message", message).put("Code", type))
        .with("x-amzn-ErrorType", type);
  }
}
