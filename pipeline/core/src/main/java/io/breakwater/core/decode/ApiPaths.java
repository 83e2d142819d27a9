// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import static io.breakwater.core.decode.Configuration.mention;
import static io.breakwater.core.decode.Configuration.part;

import io.breakwater.core.json.Shape;
import io.breakwater.core.relation.RelationType;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * HTTP APIs from the route to what answers, and gateways of Bedrock AgentCore. Config's items of
 * REST APIs say nothing of methods and integrations.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-routes.html">
 *     Routes</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bedrockagentcore-gatewaytarget.html">
 *     Gateway targets</a>
 */
final class ApiPaths {
  /** How API Gateway names the function that it invokes, with the function's own ARN within. */
  private static final Pattern INVOCATION =
      Pattern.compile(
          "arn:[^:]+:apigateway:[^:]+:lambda:path/.+/functions/(arn:[^/]+)/invocations");

  private static final String INTEGRATION = "AWS::ApiGatewayV2::Integration";

  static final Map<String, Shape<Configuration>> BY_TYPE =
      Map.of(
          "AWS::ApiGatewayV2::Route",
          part("apiId", "AWS::ApiGatewayV2::Api")
              .text(
                  "target",
                  (route, target) -> route.mentions.add(Mention.beside(target, INTEGRATION))),
          INTEGRATION,
          part().text("integrationUri", ApiPaths::integrate),
          "AWS::BedrockAgentCore::Gateway",
          part("roleArn", TypeName.ROLE).text("kmsKeyArn", mention(TypeName.KEY)),
          "AWS::BedrockAgentCore::GatewayTarget",
          part("gatewayIdentifier", "AWS::BedrockAgentCore::Gateway")
              .inside(
                  "targetConfiguration",
                  part()
                      .inside(
                          "mcp", part().inside("lambda", part("lambdaArn", TypeName.FUNCTION)))));

  private ApiPaths() {}

  /** A function or a listener; any other address, and one with a stage variable in it, is none. */
  private static void integrate(Configuration integration, String uri) {
    var invocation = INVOCATION.matcher(uri);
    var target = invocation.matches() ? invocation.group(1) : uri;
    if (target.startsWith("arn:") && !target.contains("${")) {
      integration.relate(Mention.ITSELF, RelationType.ROUTES_TO, Mention.of(target, ""));
    }
  }
}
