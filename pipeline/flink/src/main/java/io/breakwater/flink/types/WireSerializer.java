// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.types;

import io.breakwater.core.wire.Codec;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Serializes an immutable type with its {@link Codec}, found by name.
 *
 * <p>How the form of a value evolves is the codec's business: each stored value begins with its
 * version. So a serializer is compatible with its snapshot whenever the name is the same.
 */
public final class WireSerializer<T> extends TypeSerializer<T> {
  private static final long serialVersionUID = 1L;

  private final String name;
  private transient Codec<T> codec;

  WireSerializer(String name) {
    this.name = name;
  }

  private Codec<T> codec() {
    if (codec == null) {
      codec = WireTypes.codecNamed(name);
    }
    return codec;
  }

  @Override
  public boolean isImmutableType() {
    return true;
  }

  /** Holds nothing that changes, so threads may share it. */
  @Override
  public TypeSerializer<T> duplicate() {
    return this;
  }

  /** Nothing of ours can be without content, and nothing is reused. */
  @Override
  public T createInstance() {
    return null;
  }

  @Override
  public T copy(T from) {
    return from;
  }

  @Override
  public T copy(T from, T reuse) {
    return from;
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public void serialize(T value, DataOutputView target) throws IOException {
    codec().write(value, target);
  }

  @Override
  public T deserialize(DataInputView source) throws IOException {
    return codec().read(source);
  }

  @Override
  public T deserialize(T reuse, DataInputView source) throws IOException {
    return codec().read(source);
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    codec().write(codec().read(source), target);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WireSerializer && name.equals(((WireSerializer<?>) other).name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public TypeSerializerSnapshot<T> snapshotConfiguration() {
    return new Snapshot<>(name);
  }

  /** What a savepoint keeps of a serializer: the name of its codec. */
  public static final class Snapshot<T> implements TypeSerializerSnapshot<T> {
    private static final int VERSION = 1;

    private String name;

    /** For Flink, before it reads the snapshot. */
    public Snapshot() {
      this("");
    }

    private Snapshot(String name) {
      this.name = name;
    }

    @Override
    public int getCurrentVersion() {
      return VERSION;
    }

    @Override
    public void writeSnapshot(DataOutputView out) throws IOException {
      out.writeUTF(name);
    }

    @Override
    public void readSnapshot(int readVersion, DataInputView in, ClassLoader userCodeClassLoader)
        throws IOException {
      name = in.readUTF();
    }

    @Override
    public TypeSerializer<T> restoreSerializer() {
      return new WireSerializer<>(name);
    }

    @Override
    public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(
        TypeSerializerSnapshot<T> oldSerializerSnapshot) {
      return oldSerializerSnapshot instanceof Snapshot
              && ((Snapshot<T>) oldSerializerSnapshot).name.equals(name)
          ? TypeSerializerSchemaCompatibility.compatibleAsIs()
          : TypeSerializerSchemaCompatibility.incompatible();
    }
  }
}
