package org.lazaretto;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Documents go stale where nothing reads them. */
class DocumentsTest {
  private static final Pattern TYPE = Pattern.compile("`([A-Z][a-z]+(?:[A-Z][a-z0-9]*)+)`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

  /** Types of Kubernetes and of libraries. */
  private static final Set<String> OF_OTHERS =
      Set.of(
          "NetworkPolicy",
          "DaemonSet",
          "StatefulSet",
          "ReplicaSet",
          "NoSchedule",
          "NoExecute",
          "NotReady",
          "HttpClient");

  private static List<Path> documents() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("docs"))) {
      List<Path> found =
          files
              .filter(file -> file.toString().endsWith(".md"))
              .collect(Collectors.toCollection(java.util.ArrayList::new));
      found.add(Path.of("README.md"));
      found.add(Path.of("CONTRIBUTING.md"));
      return found;
    }
  }

  @Test
  void every_type_that_a_document_names_exists() throws IOException {
    Set<String> known =
        new ClassFileImporter()
            .importPackages("org.lazaretto").stream()
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toSet());
    Set<String> stale = new TreeSet<>();
    for (Path document : documents()) {
      Matcher matcher = TYPE.matcher(Files.readString(document));
      while (matcher.find()) {
        String name = matcher.group(1);
        if (!known.contains(name) && !OF_OTHERS.contains(name)) {
          stale.add(document + ": " + name);
        }
      }
    }
    assertThat(stale).isEmpty();
  }

  @Test
  void every_link_to_a_file_leads_somewhere() throws IOException {
    Set<String> broken = new TreeSet<>();
    for (Path document : documents()) {
      Matcher matcher = LINK.matcher(Files.readString(document));
      Path folder = document.toAbsolutePath().getParent();
      while (matcher.find()) {
        if (!Files.exists(folder.resolve(matcher.group(1)))) {
          broken.add(document + ": " + matcher.group(1));
        }
      }
    }
    assertThat(broken).isEmpty();
  }
}
