package org.lazaretto.range.http.shape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a value must look like. */
public sealed interface Shape {
  /** A single value. */
  enum Scalar implements Shape {
    STRING("string"),
    INT32("int32"),
    INT64("int64"),
    BOOL("bool"),
    BYTES("[]uint8"),
    DOUBLE("float64"),
    TIME("v1.Time"),
    MICROTIME("v1.MicroTime"),
    QUANTITY("resource.Quantity"),
    INTORSTRING("intstr.IntOrString"),
    ANY("interface {}");

    private final String word;

    Scalar(String word) {
      this.word = word;
    }

    @Override
    public String word() {
      return word;
    }
  }

  /**
   * A list.
   *
   * @param of what its elements look like
   * @param merging how it is changed in parts, if it is
   */
  record ListOf(Shape of, Merging merging) implements Shape {
    @Override
    public String word() {
      return "[]" + of.word();
    }
  }

  /** How a list is changed. */
  sealed interface Merging {
    /** Only as a whole. */
    record Whole() implements Merging {}

    /** Value by value. */
    record Set() implements Merging {}

    /** Element by element, told apart by these fields. */
    record ByKeys(List<String> keys) implements Merging {
      /** Copies the keys. */
      public ByKeys {
        keys = List.copyOf(keys);
      }
    }
  }

  /**
   * Values by words.
   *
   * @param of what they look like
   * @param whole whether it is changed only as a whole
   */
  record MapOf(Shape of, boolean whole) implements Shape {
    @Override
    public String word() {
      return "map[string]" + of.word();
    }
  }

  /**
   * A thing with fields.
   *
   * @param name as in {@code PodSpec}
   * @param whole whether it is changed only as a whole
   * @param open whether it may have fields that are not named here
   * @param own its fields, as they are in protobuf
   */
  record Struct(String name, boolean whole, boolean open, List<Field> own) implements Shape {
    /** Copies the fields. */
    public Struct {
      own = List.copyOf(own);
    }

    @Override
    public String word() {
      return "v1." + name.substring(name.indexOf('.') + 1);
    }

    /** The fields as JSON has them, by name, in their order. */
    public Map<String, Field> fields() {
      Map<String, Field> fields = new LinkedHashMap<>();
      for (Field field : own) {
        if (field.inline() && field.shape() instanceof Struct inner) {
          fields.putAll(inner.fields());
        } else {
          fields.put(field.name(), field);
        }
      }
      return fields;
    }

    /** The shape of a field. */
    public Optional<Shape> field(String named) {
      for (Field field : own) {
        if (field.inline() && field.shape() instanceof Struct inner) {
          Optional<Shape> found = inner.field(named);
          if (found.isPresent()) {
            return found;
          }
        } else if (field.name().equals(named)) {
          return Optional.of(field.shape());
        }
      }
      return Optional.empty();
    }

    /** The same with more fields, which come first. */
    Struct with(List<Field> more) {
      List<Field> all = new ArrayList<>(more);
      all.addAll(own);
      return new Struct(name, whole, open, all);
    }
  }

  /**
   * One field.
   *
   * @param number in protobuf, or 0
   * @param inline whether its fields stand in its place
   */
  record Field(int number, String name, Shape shape, boolean inline) {}

  /** As Go's decoder calls it in its errors. */
  String word();
}
