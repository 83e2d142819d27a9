// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import io.breakwater.core.resource.CanonicalResource;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.ResourceType;
import io.breakwater.core.resource.Scope;
import java.util.Optional;

/** A resource as a configuration item names it, until it is known whose item it is. */
@FunctionalInterface
interface Mention {
  /** The resource that the item is of. */
  Mention ITSELF = Optional::of;

  Mention NONE = itself -> Optional.empty();

  /** Empty when what was said names no resource. */
  Optional<Resource> seenFrom(Resource itself);

  static Mention known(Resource resource) {
    return itself -> Optional.of(resource);
  }

  /**
   * @param id an ARN, an id or a name; may be empty
   */
  static Mention of(String id, String type) {
    return itself ->
        id.isEmpty() ? Optional.empty() : CanonicalResource.of(id, type, scopeOf(itself));
  }

  /**
   * By its id, else by its name: IAM and RDS mention a unique id beside the name that the ARN has.
   * The name of a policy does not tell whether AWS or the account owns it. Either may be empty.
   */
  static Mention of(String id, String name, String type) {
    return itself ->
        of(id, type)
            .seenFrom(itself)
            .or(
                () ->
                    type.equals(TypeName.POLICY)
                        ? Optional.empty()
                        : of(name, type).seenFrom(itself));
  }

  /** An image by its address: one of a registry that is not ECR's has no name here. */
  static Mention image(String address) {
    return itself ->
        of(address, "")
            .seenFrom(itself)
            .filter(resource -> resource.type().equals(ResourceType.ECR_IMAGE));
  }

  /** The name that a tag gives to the image which is said to have it. */
  static Mention tagged(String tag) {
    return image -> {
      var resource = image.arn().resource();
      int digest = resource.indexOf("/sha256:");
      return digest < 0
          ? Optional.empty()
          : of(
                  image.arn().withResource(resource.substring(0, digest) + ':' + tag).toString(),
                  ResourceType.ECR_IMAGE.name())
              .seenFrom(image);
    };
  }

  /**
   * A part of the same whole: {@code integrations/b2} said by {@code …/apis/a1/routes/r3} is {@code
   * …/apis/a1/integrations/b2}.
   */
  static Mention beside(String path, String type) {
    return itself -> {
      var resource = itself.arn().resource();
      int name = resource.lastIndexOf('/');
      int kind = resource.lastIndexOf('/', name - 1);
      return kind <= 0 || path.isEmpty()
          ? Optional.empty()
          : of(itself.arn().withResource(resource.substring(0, kind + 1) + path).toString(), type)
              .seenFrom(itself);
    };
  }

  private static Scope scopeOf(Resource itself) {
    return Scope.of(itself.arn().partition(), itself.account(), itself.region());
  }
}
