package org.lazaretto;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The rooms of {@code docs/architecture.md} and the doors between them. Never loosened. */
class ArchitectureTest {
  private static final String ROOT = "org.lazaretto.";
  private static final Map<String, Set<String>> ROWS = rows();
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.lazaretto");

  /** A row may import itself and only what stands behind it. */
  private static Map<String, Set<String>> rows() {
    Map<String, Set<String>> rows = new LinkedHashMap<>();
    rows.put("model", Set.of());
    rows.put("plan", Set.of("model"));
    rows.put("plan.capture", Set.of("plan", "model"));
    rows.put("plan.cordon", Set.of("plan", "model"));
    rows.put("plan.evacuate", Set.of("plan", "model"));
    rows.put("plan.isolate", Set.of("plan", "model"));
    rows.put("plan.credentials", Set.of("plan", "model"));
    rows.put("plan.dispose", Set.of("plan", "model"));
    rows.put("plan.recover", Set.of("plan", "model"));
    rows.put("plan.json", Set.of("plan", "model"));
    rows.put("plan.order", Set.of("plan", "model"));
    rows.put("consequence", Set.of("model", "plan"));
    rows.put("port", Set.of("model"));
    rows.put("graph", Set.of("model"));
    rows.put("find", Set.of("model"));
    rows.put("settings", Set.of("model", "port"));
    rows.put("observe", Set.of("model", "port"));
    rows.put("journal", Set.of("model", "plan", "port"));
    rows.put(
        "execute", Set.of("model", "plan", "consequence", "port", "graph", "observe", "journal"));
    rows.put("report", Set.of("model", "plan", "port", "journal"));
    rows.put(
        "session",
        Set.of(
            "model",
            "plan",
            "plan.capture",
            "plan.cordon",
            "plan.evacuate",
            "plan.isolate",
            "plan.credentials",
            "plan.dispose",
            "plan.recover",
            "plan.json",
            "plan.order",
            "consequence",
            "port",
            "settings",
            "observe",
            "journal",
            "execute",
            "report"));
    rows.put("range.clock", Set.of());
    rows.put("range.store", Set.of("range.clock"));
    rows.put("range.http", Set.of("range.store", "range.clock"));
    rows.put("range.shell", Set.of());
    rows.put("range.net", Set.of("range.store"));
    Set<String> world =
        new TreeSet<>(
            Set.of("range.clock", "range.store", "range.http", "range.shell", "range.net"));
    rows.put("range.cluster", Set.copyOf(world));
    world.add("range.cluster");
    rows.put("range.scenario", Set.copyOf(world));
    world.add("range.scenario");
    rows.put("range", Set.copyOf(world));
    rows.put("adapter.kubernetes", Set.of("model", "port"));
    rows.put("adapter.files", Set.of("model", "port"));
    rows.put("adapter.practice", Set.of("model", "port", "range"));
    window(rows);
    Set<String> outermost = new TreeSet<>(rows.keySet());
    outermost.removeIf(row -> row.equals("range") || row.startsWith("range."));
    rows.put("bench", outermost);
    Set<String> launch = new TreeSet<>(outermost);
    launch.add("bench");
    rows.put("launch", launch);
    return rows;
  }

  /** The window sees the core, and neither the ports nor what stands behind them. */
  private static void window(Map<String, Set<String>> rows) {
    Set<String> core = new TreeSet<>(rows.keySet());
    core.removeIf(row -> row.matches("port|range|adapter|(range|adapter)[.].*"));
    Set<String> pages = Set.of("map", "graph", "find", "inspector", "wizard", "journal", "report");
    rows.put("ui.fx", Set.copyOf(core));
    core.add("ui.fx");
    rows.put("ui.desk", Set.copyOf(core));
    core.add("ui.desk");
    for (String page : pages) {
      rows.put("ui." + page, Set.copyOf(core));
    }
    rows.put("ui.settings", Set.copyOf(core));
    rows.put("ui.verify", Set.copyOf(core));
    core.add("ui.verify");
    rows.put("ui.start", Set.copyOf(core));
    pages.forEach(page -> core.add("ui." + page));
    core.addAll(Set.of("ui.start", "ui.settings"));
    rows.put("ui.shell", Set.copyOf(core));
    core.add("ui.shell");
    rows.put("ui.walkthrough", Set.copyOf(core));
  }

  private static Optional<String> rowOf(JavaClass type) {
    String name = type.getPackageName() + ".";
    return ROWS.keySet().stream()
        .filter(row -> name.startsWith(ROOT + row + "."))
        .max(Comparator.comparingInt(String::length));
  }

  @Test
  void every_class_has_a_row() {
    List<String> homeless =
        CLASSES.stream().filter(c -> rowOf(c).isEmpty()).map(JavaClass::getName).toList();
    assertThat(homeless).isEmpty();
  }

  @Test
  void a_row_imports_only_what_the_table_allows() {
    Set<String> broken = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      String row = rowOf(type).orElseThrow();
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        if (!target.getPackageName().startsWith("org.lazaretto")) {
          continue;
        }
        String other = rowOf(target).orElseThrow();
        if (!other.equals(row) && !ROWS.getOrDefault(row, Set.of()).contains(other)) {
          broken.add(type.getName() + " (" + row + ") -> " + target.getName());
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void no_package_stands_in_a_cycle_at_any_depth() {
    slices()
        .assignedFrom(
            new SliceAssignment() {
              @Override
              public SliceIdentifier getIdentifierOf(JavaClass type) {
                return SliceIdentifier.of(type.getPackageName());
              }

              @Override
              public String getDescription() {
                return "one slice a package";
              }
            })
        .should()
        .beFreeOfCycles()
        .check(CLASSES);
  }

  @Test
  void an_sdk_stops_at_its_adapter() {
    only("io.fabric8.kubernetes..", "org.lazaretto.adapter.kubernetes..");
    only("io.vertx..", "org.lazaretto.range..");
    only("org.bouncycastle..", "org.lazaretto.range..");
    only("io.pebbletemplates..", "org.lazaretto.report..");
    only("picocli..", "org.lazaretto.launch..");
  }

  private static void only(String library, String room) {
    noClasses()
        .that()
        .resideOutsideOfPackage(room)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(CLASSES);
  }

  @Test
  void javafx_lives_in_the_window_only() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "org.lazaretto.ui..", "org.lazaretto.bench..", "org.lazaretto.launch..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp.ikonli..")
        .check(CLASSES);
  }

  @Test
  void only_the_lowest_room_of_the_window_speaks_to_the_toolkits_thread() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "org.lazaretto.ui.fx..", "org.lazaretto.bench..", "org.lazaretto.launch..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("javafx.application.Platform")
        .check(CLASSES);
  }

  @Test
  void a_view_model_knows_no_widget() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("ViewModel")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.fxml..", "org.controlsfx..")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void time_and_threads_come_in_from_the_outermost_room() {
    String[] outermost = {"org.lazaretto.launch..", "org.lazaretto.bench.."};
    noClasses()
        .that()
        .resideOutsideOfPackages(outermost)
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(Thread.class, "sleep", long.class)
        .orShould()
        .callMethod(Thread.class, "sleep", java.time.Duration.class)
        .orShould()
        .callConstructor(Thread.class, Runnable.class)
        .orShould()
        .callConstructor(Thread.class, Runnable.class, String.class)
        .orShould()
        .callConstructor(Thread.class)
        .check(CLASSES);
  }

  @Test
  void the_program_exits_in_one_place_only() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.lazaretto.launch..")
        .should()
        .callMethod(System.class, "exit", int.class)
        .check(CLASSES);
  }
}
