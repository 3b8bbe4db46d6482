package org.lazaretto.range.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms of a command line. */
class ShellTest {
  private final Inside inside = new Inside();

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      value = {
        "echo a  'b  c' \"d $REGION\" => a b  c d here",
        "echo a; echo b => a\\nb",
        "true && echo yes || echo no => yes",
        "false && echo yes || echo no => no",
        "printf '3\\n1\\n2\\n' | sort | head -n 1 => 1",
        "X=5; echo $X ${Y:-none} => 5 none",
        "for i in 1 2 3; do echo -n $i; done => 123",
        "if [ -f /etc/passwd ]; then echo there; else echo not; fi => there",
        "if false; then echo a; elif true; then echo b; else echo c; fi => b",
        "echo $(hostname) => payments-1",
        "(cd /tmp; pwd); pwd => /tmp\\n/app",
        "{ echo a; echo b; } | wc -l => 2",
        "echo \\$HOME '$HOME' => $HOME $HOME",
        "echo a # b => a",
        "echo /etc/host* => /etc/hostname /etc/hosts",
        "echo '/etc/host*' => /etc/host*",
        "! false; echo $? => 0",
        "sh -c 'echo in; exit 3' => in",
        "find /etc -name hosts -exec echo found {} ';' => found /etc/hosts",
        "echo a b | xargs echo c => c a b"
      })
  void a_line_means_what_it_means_in_a_shell(String line, String written) {
    assertThat(inside.says(line).strip()).isEqualTo(written.replace("\\n", "\n"));
  }

  @Test
  void output_goes_where_it_is_sent() {
    assertThat(inside.says("echo one > /tmp/a; echo two >> /tmp/a; cat < /tmp/a"))
        .isEqualTo("one\ntwo\n");
    assertThat(inside.says("nonsense 2>/dev/null; echo $?")).isEqualTo("127\n");
    assertThat(inside.line("cat /nope 2>&1 | wc -l").out()).asString().isEqualTo("1\n");
    assertThat(inside.says("echo x > /etc/x")).contains("Permission denied");
    assertThat(inside.says("echo x > /no/where")).contains("nonexistent directory");
  }

  @Test
  void what_is_not_there_ends_with_127_and_what_cannot_run_with_126() {
    assertThat(inside.says("nonsense")).isEqualTo("sh: nonsense: not found\n");
    assertThat(inside.code("nonsense")).isEqualTo(127);
    assertThat(inside.code("/bin/nonsense")).isEqualTo(127);
    assertThat(inside.says("/etc/passwd")).isEqualTo("sh: /etc/passwd: Permission denied\n");
    assertThat(inside.code("/etc/passwd")).isEqualTo(126);
    assertThat(inside.says("node -v")).contains("not simulated");
    assertThat(inside.code("/tmp/.x/kworkerd")).isEqualTo(126);
  }

  @Test
  void what_cannot_be_read_is_refused_and_what_is_not_complete_waits() {
    assertThat(inside.says("echo a | | b")).contains("syntax error: unexpected \"|\"");
    assertThat(inside.code("fi")).isEqualTo(2);
    assertThat(inside.shell().complete("for i in a b; do")).isFalse();
    assertThat(inside.shell().complete("echo 'a")).isFalse();
    assertThat(inside.shell().complete("echo a; fi")).isTrue();
    assertThat(inside.says("((((((((((".repeat(20))).contains("syntax error");
  }

  @Test
  void a_loop_without_end_ends() {
    assertThat(inside.line("while true; do sleep 1; done").took()).isPositive();
    assertThat(inside.line("while true; do echo x; done").out().length).isBetween(100, 1 << 20);
    assertThat(inside.line("sleep infinity").endless()).isTrue();
    assertThat(inside.line("tail -f /etc/passwd").endless()).isTrue();
    assertThat(
            inside.says("a=xxxxxxxxxx; for i in 1 2 3 4 5 6 7 8 9; do a=$a$a$a$a; done; echo $a"))
        .hasSizeLessThan(7 << 20);
  }

  @Test
  void what_calls_itself_comes_to_an_end() {
    assertThat(inside.says("echo 'sh /tmp/a' > /tmp/a; sh /tmp/a")).contains("inside each other");
    assertThat(inside.says("a='eval \"$a\"'; eval \"$a\"")).contains("inside each other");
    assertThat(inside.says("echo 'find /tmp/b -exec sh /tmp/b \\;' > /tmp/b; sh /tmp/b"))
        .contains("inside each other");
    assertThat(inside.says("for i in $(seq 900); do export V$i=1; done; env | wc -l").strip())
        .isEqualTo("500");
  }

  @Test
  void a_command_by_itself_fails_in_the_runtime_s_words() {
    assertThat(inside.shell().obstacle(List.of("bash")))
        .contains("exec: \"bash\": executable file not found in $PATH");
    assertThat(inside.shell().obstacle(List.of("/bin/bash")))
        .contains("exec: \"/bin/bash\": stat /bin/bash: no such file or directory");
    assertThat(inside.shell().obstacle(List.of("/etc/passwd")))
        .contains("exec: \"/etc/passwd\": permission denied");
    assertThat(inside.shell().obstacle(List.of("sh"))).isEmpty();
    assertThat(inside.shell().obstacle(List.of("/bin/ls"))).isEmpty();
  }

  @Test
  void a_distroless_container_has_no_shell() {
    Interior bare =
        new Interior(Interior.User.ROOT, false, Inside.MINED.processes(), List.of(), List.of());
    Shell shell = new Inside(bare).shell();
    assertThat(shell.obstacle(List.of("sh"))).isPresent();
    assertThat(shell.obstacle(List.of("ls"))).isPresent();
    assertThat(shell.obstacle(List.of("/usr/local/bin/node"))).isEmpty();
  }

  @Test
  void a_program_that_reads_waits_for_its_input() {
    Shell shell = inside.shell();
    assertThat(shell.run(List.of("wc", "-c"), Optional.empty())).isEmpty();
    assertThat(shell.run(List.of("wc", "-c"), Optional.of(new byte[5])))
        .hasValueSatisfying(o -> assertThat(o.out()).asString().isEqualTo("5\n"));
    assertThat(shell.run(List.of("ls"), Optional.empty())).isPresent();
  }

  @Test
  void a_prompt_tells_where_and_as_whom() {
    assertThat(inside.shell().prompt()).isEqualTo("/app $ ");
    inside.says("cd /tmp/.x");
    assertThat(inside.shell().prompt()).isEqualTo("/tmp/.x $ ");
    assertThat(inside.says("cd nowhere")).contains("can't cd to nowhere");
    inside.says("exit 4");
    assertThat(inside.shell().exited()).contains(4);
  }
}
