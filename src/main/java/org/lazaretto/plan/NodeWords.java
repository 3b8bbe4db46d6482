package org.lazaretto.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lazaretto.model.FieldEdit;
import org.lazaretto.model.ObjectRef;

/** The words of kubectl that change a node in one respect each. */
final class NodeWords {
  private static final String ANNOTATIONS = "/metadata/annotations/";

  private NodeWords() {}

  /** The words after {@code kubectl}; empty if a patch has to say it. */
  static Optional<List<String>> of(ObjectRef target, List<FieldEdit> edits) {
    if (!target.kind().equals("Node")) {
      return Optional.empty();
    }
    if (edits.stream().allMatch(edit -> edit.pointer().startsWith(ANNOTATIONS))) {
      return Optional.of(annotate(target, edits));
    }
    return edits.size() == 1 ? one(target, edits.getFirst()) : Optional.empty();
  }

  private static List<String> annotate(ObjectRef node, List<FieldEdit> edits) {
    List<String> words = new ArrayList<>(List.of("annotate", "nodes", node.name(), "--overwrite"));
    for (FieldEdit edit : edits) {
      if (edit instanceof FieldEdit.Value(var pointer, _, var wanted)) {
        words.add(
            wanted
                .map(value -> field(pointer) + "=" + JsonText.unquoted(value))
                .orElse(field(pointer) + "-"));
      }
    }
    return words;
  }

  private static Optional<List<String>> one(ObjectRef node, FieldEdit edit) {
    return switch (edit) {
      case FieldEdit.Item(_, var item, var add) ->
          Optional.of(List.of("taint", "nodes", node.name(), TaintWords.of(item, add)));
      case FieldEdit.Value(var pointer, _, var wanted) when pointer.equals("/spec/unschedulable") ->
          Optional.of(List.of(wanted.isPresent() ? "cordon" : "uncordon", node.name()));
      case FieldEdit.Value _ -> Optional.empty();
    };
  }

  /** The last segment of a pointer as the key that it is. */
  static String field(String pointer) {
    String last = pointer.substring(pointer.lastIndexOf('/') + 1);
    return last.replace("~1", "/").replace("~0", "~");
  }
}
