// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.resource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** How one resource type writes its ARN; {@code arns.txt} holds them all. */
final class ArnForm {
  private static final int COLUMNS = 5;
  private static final String NOTHING = ".";

  private static final Map<String, List<ArnForm>> BY_SERVICE = new HashMap<>();
  private static final Map<ResourceType, ArnForm> BY_TYPE = new HashMap<>();
  private static final Map<String, ArnForm> EC2_BY_ID_PREFIX = new HashMap<>();

  static {
    for (var row : Table.read(ArnForm.class, "arns.txt", COLUMNS)) {
      var form = new ArnForm(row);
      BY_SERVICE.computeIfAbsent(form.service, service -> new ArrayList<>()).add(form);
      BY_TYPE.putIfAbsent(form.type, form);
      if (form.service.equals("ec2") && form.id != null) {
        EC2_BY_ID_PREFIX.put(idPrefix(form.id.pattern()), form);
      }
    }
  }

  private final ResourceType type;
  private final String service;
  private final boolean inRegion;
  private final boolean inAccount;
  private final String head;
  private final List<String> headElements;
  private final Pattern id;

  private ArnForm(String[] row) {
    this.type = ResourceType.named(row[0]);
    this.service = row[1];
    this.inRegion = row[2].charAt(0) == 'r';
    this.inAccount = row[2].charAt(1) == 'a';
    this.head = row[3].equals(NOTHING) ? "" : row[3];
    this.headElements = List.of(elements(head));
    this.id = row[4].equals("-") ? null : Pattern.compile(row[4]);
  }

  /** The form of the type, if its ARNs are known. */
  static Optional<ArnForm> of(ResourceType type) {
    return Optional.ofNullable(BY_TYPE.get(type));
  }

  /** EC2 ids tell their type: {@code i-}, {@code sg-}, {@code vol-}, … */
  static Optional<ArnForm> ofEc2Id(String id) {
    return Optional.ofNullable(EC2_BY_ID_PREFIX.get(idPrefix(id)));
  }

  /** The form with the longest head that the ARN has. */
  static Optional<ArnForm> matching(Arn arn) {
    ArnForm best = null;
    for (var form : BY_SERVICE.getOrDefault(arn.service(), List.of())) {
      if (form.matches(arn.resource())
          && (best == null || form.headElements.size() > best.headElements.size())) {
        best = form;
      }
    }
    return Optional.ofNullable(best);
  }

  ResourceType type() {
    return type;
  }

  /** Empty when the id is none of this type, or the scope lacks what the ARN needs. */
  Optional<Arn> build(String name, Scope scope) {
    if (id == null
        || !id.matcher(name).matches()
        || (inRegion && scope.region().isEmpty())
        || (inAccount && scope.account().isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(
        Arn.of(
            scope.partition(),
            service,
            inRegion ? scope.region() : "",
            inAccount ? scope.account() : "",
            head + name));
  }

  private boolean matches(String resource) {
    if (head.isEmpty()) {
      return resource.indexOf('/') < 0 && resource.indexOf(':') < 0;
    }
    if (headElements.size() == 1) {
      return resource.startsWith(head);
    }
    var elements = elements(resource);
    if (elements.length < headElements.size()) {
      return false;
    }
    for (int i = 0; i < headElements.size(); i++) {
      var expected = headElements.get(i);
      if (!expected.equals("*") && !expected.equals(elements[i])) {
        return false;
      }
    }
    return true;
  }

  private static String[] elements(String text) {
    return text.split("[/:]");
  }

  private static String idPrefix(String id) {
    return id.substring(0, id.lastIndexOf('-') + 1);
  }
}
