// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.breakwater.core.json.MalformedRecord;
import io.breakwater.core.json.Shape;
import io.breakwater.core.resource.Arn;
import io.breakwater.core.resource.CanonicalResource;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.ResourceType;
import io.breakwater.core.resource.Scope;
import io.breakwater.core.resource.Tags;
import io.breakwater.core.signal.Attribute;
import io.breakwater.core.signal.Product;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.signal.SignalState;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Config configuration items: what a resource is related to, or that it is gone.
 *
 * <p>An item gives one signal of kind {@value Signal#CONFIGURATION} whose finding uid is the ARN.
 * That of a live resource carries all relations that the item states, none included: it takes the
 * place of what an earlier item said. That of a deleted resource is a {@linkplain
 * SignalState#DELETED deletion}: the word that all traits of the resource are gone. A notification
 * that was too large for Config to send carries a summary, which tells of deletion but of no
 * relations.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/config/latest/developerguide/example-sns-notification.html">
 *     Configuration item change notifications</a>
 */
final class ConfigItemReader implements FindingReader {
  private static final JsonFactory JSON = new JsonFactory();

  /** Config's API and its notifications write some names differently (observed, both). */
  private static final Shape<Item> ITEM =
      Shape.of(Item::new)
          .text("ARN", (item, value) -> item.arn = value)
          .text("arn", (item, value) -> item.arn = value)
          .text("awsAccountId", (item, value) -> item.account = value)
          .text("accountId", (item, value) -> item.account = value)
          .text("awsRegion", (item, value) -> item.region = value)
          .text("resourceType", (item, value) -> item.type = value)
          .text("resourceId", (item, value) -> item.id = value)
          .text("resourceName", (item, value) -> item.name = value)
          .text("configurationItemStatus", (item, value) -> item.status = value)
          .time("configurationItemCaptureTime", (item, v) -> item.capturedAt = v)
          .each(
              "relationships",
              Shape.of(Relationship::new)
                  .text("resourceId", (relationship, value) -> relationship.id = value)
                  .text("resourceName", (relationship, value) -> relationship.name = value)
                  .text("resourceType", (relationship, value) -> relationship.type = value),
              (item, related) ->
                  item.configuration.mentions.add(
                      Mention.of(related.id, related.name, related.type)))
          .member("tags", TagReader.<Item>reader((item, tags) -> item.tags = tags))
          .member("configuration", ConfigItemReader::configuration)
          .member(
              "supplementaryConfiguration",
              (parser, item) ->
                  SupplementaryConfiguration.SHAPE.readInto(parser, item.configuration));

  private static final Shape<Notification> NOTIFICATION =
      Shape.of(Notification::new)
          .object("configurationItem", ITEM, (notification, item) -> notification.item = item)
          .object(
              "configurationItemSummary",
              ITEM,
              (notification, item) -> {
                item.summary = true;
                notification.item = item;
              });

  private final boolean bare;

  private ConfigItemReader(boolean bare) {
    this.bare = bare;
  }

  /** Reads items as notifications carry them. */
  static ConfigItemReader ofNotifications() {
    return new ConfigItemReader(false);
  }

  /** Reads items by themselves, as the API and snapshots give them. */
  static ConfigItemReader ofBareItems() {
    return new ConfigItemReader(true);
  }

  @Override
  public void read(JsonParser parser, Envelope envelope, Decoded.Builder into) throws IOException {
    var item = bare ? ITEM.read(parser) : NOTIFICATION.read(parser).item;
    if (item == null) {
      throw MalformedRecord.missing("configurationItem");
    }
    into.add(part(item, envelope));
  }

  /**
   * An object in notifications, JSON in a string in the API's answers. It may come before the type
   * that says how to read it, and is put aside until then.
   */
  private static void configuration(JsonParser parser, Item into) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      into.configurationText = parser.getText();
    } else if (into.type.isEmpty() && parser.currentToken() == JsonToken.START_OBJECT) {
      var buffer = new TokenBuffer(parser);
      buffer.copyCurrentStructure(parser);
      into.configurationAside = buffer;
    } else {
      var paths = ConfigurationPaths.of(into.type);
      if (paths.isPresent()) {
        paths.get().readInto(parser, into.configuration);
      } else {
        parser.skipChildren();
      }
    }
  }

  private static Part part(Item item, Envelope envelope) throws IOException {
    if (item.type.isEmpty()) {
      throw MalformedRecord.missing("resourceType");
    }
    var updatedAt =
        Fields.time("configurationItemCaptureTime", item.capturedAt, "", envelope.time());
    var scope =
        Scope.of(
            Fields.firstOf(item.account, envelope.account()),
            Fields.firstOf(item.region, envelope.region()));
    var named = item.resource(scope);
    if (named.isEmpty()) {
      return Part.ignored(
          IgnoredReason.RESOURCE_WITHOUT_ARN,
          "a configuration item of " + item.type + " without an ARN");
    }
    var resource = named.get();
    if (item.isDeleted()) {
      return Part.signals(
          List.of(
              signal(resource, updatedAt, envelope)
                  .state(SignalState.DELETED)
                  .title(resource.arn().name() + " was deleted")
                  .build()),
          List.of());
    }
    if (item.isBare()) {
      return Part.ignored(
          IgnoredReason.NO_RELATIONS, "Config did not send the configuration of " + resource.arn());
    }
    item.readConfiguration();
    if (item.tags != null && isOwnerWanted(resource.type())) {
      item.configuration.attribute(Attribute.OWNER, item.tags.owner());
    }
    var relations = item.configuration.mentions.relationsOf(resource);
    var signal =
        signal(resource, updatedAt, envelope)
            .state(SignalState.ACTIVE)
            .title(resource.arn().name() + " as recorded by Config")
            .attributes(item.configuration.attributes())
            .tags(item.tags)
            .relations(relations);
    return Part.relations(
        relations, List.of(ActingAs.describe(signal, resource, relations).build()));
  }

  /** Of certificates and of what presents them; rules ask for no other owner. */
  private static boolean isOwnerWanted(ResourceType type) {
    return CertificatePaths.BY_TYPE.containsKey(type.name())
        || type.name().startsWith("AWS::ElasticLoadBalancing");
  }

  private static Signal.Builder signal(Resource resource, Instant updatedAt, Envelope envelope) {
    return Signal.builder()
        .product(Product.CONFIG)
        .findingUid(resource.arn().toString())
        .resource(resource)
        .updatedAt(updatedAt)
        .observedAt(envelope.time().orElse(updatedAt))
        .kind(Signal.CONFIGURATION)
        .replayed(envelope.replayed());
  }

  private static final class Notification {
    Item item;
  }

  private static final class Relationship {
    String id = "";
    String name = "";
    String type = "";
  }

  private static final class Item {
    String arn = "";
    String account = "";
    String region = "";
    String type = "";
    String id = "";
    String name = "";
    String status = "";
    boolean summary;
    String capturedAt = "";

    /** Null where it says nothing of tags; that it has none, its item says. */
    Tags tags;

    String configurationText = "";
    TokenBuffer configurationAside;
    final Configuration configuration = new Configuration();

    Optional<Resource> resource(Scope scope) {
      return Arn.tryParse(arn)
          .flatMap(valid -> CanonicalResource.of(arn, type, scope))
          .or(() -> CanonicalResource.of(id, type, scope))
          .or(() -> CanonicalResource.of(name, type, scope));
    }

    boolean isDeleted() {
      return status.equals("ResourceDeleted") || status.equals("ResourceDeletedNotRecorded");
    }

    /** Too large to be sent, or not recorded: that it says of no relation means nothing. */
    boolean isBare() {
      return summary || status.equals("ResourceNotRecorded");
    }

    /** What was put aside because the type was not known yet, or came as text. */
    void readConfiguration() throws IOException {
      var paths = ConfigurationPaths.of(type);
      if (paths.isEmpty()) {
        return;
      }
      if (configurationAside != null) {
        try (var parser = configurationAside.asParserOnFirstToken()) {
          paths.get().readInto(parser, configuration);
        }
      } else if (configurationText.startsWith("{")) {
        try (var parser = JSON.createParser(configurationText)) {
          parser.nextToken();
          paths.get().readInto(parser, configuration);
        }
      }
    }
  }
}
