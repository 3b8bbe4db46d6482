package org.lazaretto.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanFileTest {
  @TempDir private Path folder;

  @Test
  void a_new_plan_is_for_this_account_alone_and_a_file_that_is_there_keeps_its_rights()
      throws Exception {
    Path fresh = folder.resolve("fresh.json");
    Path shared = Files.writeString(folder.resolve("shared.json"), "old");
    Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rw-r-----"));

    PlanFile.write(fresh, "{}");
    PlanFile.write(shared, "{}");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fresh)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(shared)))
        .isEqualTo("rw-r-----");
    assertThat(shared).hasContent("{}");
  }
}
