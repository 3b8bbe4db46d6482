package org.lazaretto.range.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a responder types in a container with a miner. */
class ProgramsTest {
  private final Inside inside = new Inside();

  @Test
  void the_miner_is_seen_among_the_processes() {
    assertThat(inside.says("ps")).contains("    1 node", "   47 node", "/tmp/.x/kworkerd -o pool");
    assertThat(inside.says("ps aux").lines())
        .anyMatch(l -> l.matches("node +47 98.0 .*/tmp/.x/kworkerd -o pool.example:3333"));
    assertThat(inside.says("ps -ef")).contains("UID", "kworkerd");
    assertThat(inside.says("pgrep kworker")).isEqualTo("47\n");
    assertThat(inside.says("top -b -n1")).contains("98%");
  }

  @Test
  void the_miner_is_seen_in_proc() {
    assertThat(inside.says("cat /proc/47/cmdline | tr '\\0' ' '"))
        .isEqualTo("/tmp/.x/kworkerd -o pool.example:3333 ");
    assertThat(inside.says("tr '\\0' '\\n' < /proc/1/environ")).contains("REGION=here");
    assertThat(inside.says("readlink /proc/47/exe")).isEqualTo("/tmp/.x/kworkerd\n");
    assertThat(inside.says("ls -l /proc/47/exe")).contains("/proc/47/exe -> /tmp/.x/kworkerd");
    assertThat(inside.says("cat /proc/47/status")).contains("Name:\tkworkerd", "PPid:\t1");
    assertThat(inside.says("cat /proc/47/maps")).contains("/tmp/.x/kworkerd", "[heap]");
    assertThat(inside.says("for p in /proc/[0-9]*; do cat $p/comm; done"))
        .isEqualTo("node\nkworkerd\n");
    assertThat(inside.says("cat /proc/net/tcp")).contains("0900010A:9CB0 4D6433C6:0D05 01");
  }

  @Test
  void its_file_is_found_and_hashed_the_same_each_time() {
    assertThat(inside.says("ls -la /tmp")).contains("drwxrwxrwt", " .x");
    assertThat(inside.says("ls /tmp")).doesNotContain(".x");
    assertThat(inside.says("ls -la /tmp/.x"))
        .contains("drwx------    2 node     node          4096 Mar 1 09:00 .\n")
        .contains("-rwxr-xr-x", "100000", "Mar 1 09:00", "kworkerd");
    assertThat(inside.says("find / -name 'kworker*' -type f 2>/dev/null"))
        .isEqualTo("/tmp/.x/kworkerd\n");
    assertThat(inside.says("find /tmp -newer /etc/passwd -perm /111 -type f"))
        .isEqualTo("/tmp/.x/kworkerd\n");
    String hash = inside.says("sha256sum /tmp/.x/kworkerd");
    assertThat(hash).matches("[0-9a-f]{64}  /tmp/.x/kworkerd\n");
    assertThat(inside.says("cat /tmp/.x/kworkerd | sha256sum")).startsWith(hash.substring(0, 64));
    assertThat(inside.says("strings /tmp/.x/kworkerd | grep stratum")).contains("stratum+tcp");
    assertThat(inside.says("stat /tmp/.x/kworkerd"))
        .contains("Size: 100000", "2026-03-01 09:00:05");
  }

  @Test
  void its_connection_is_seen() {
    assertThat(inside.says("ss -tnp").lines())
        .anyMatch(
            l -> l.matches("ESTAB.*198.51.100.77:3333 users:\\(\\(\"kworkerd\",pid=47,fd=.*"));
    assertThat(inside.says("ss -ltn")).contains("LISTEN", "0.0.0.0:8443").doesNotContain("ESTAB");
    assertThat(inside.says("netstat -antp"))
        .contains("ESTABLISHED 47/kworkerd", "LISTEN      1/node");
  }

  @Test
  void who_and_where_is_told() {
    assertThat(inside.says("id")).isEqualTo("uid=1000(node) gid=1000(node) groups=1000(node)\n");
    assertThat(inside.says("whoami; hostname; hostname -i"))
        .isEqualTo("node\npayments-1\n10.1.0.9\n");
    assertThat(inside.says("date")).isEqualTo("Sun Mar 1 10:00:00 UTC 2026\n");
    assertThat(inside.says("date +%F")).isEqualTo("2026-03-01\n");
    assertThat(inside.says("uname -a")).startsWith("Linux payments-1 6.1.").contains("x86_64");
    assertThat(inside.says("env")).contains("REGION=here");
    assertThat(inside.says("cat /etc/resolv.conf")).contains("172.20.0.10");
    assertThat(inside.says("mount")).contains("/cache");
  }

  @Test
  void files_are_read_by_those_who_may() {
    assertThat(inside.says("cat /etc/shadow")).contains("Permission denied");
    assertThat(inside.says("cat /nope"))
        .isEqualTo("cat: can't open '/nope': No such file or directory\n");
    assertThat(inside.says("ls -la /root")).contains("Permission denied");
    assertThat(new Inside(Inside.MINED.as(Interior.User.ROOT)).says("cat /etc/shadow"))
        .isEqualTo("root:*:\n");
  }

  @Test
  void text_is_searched_counted_and_cut() {
    assertThat(inside.says("grep -c root /etc/passwd")).isEqualTo("1\n");
    assertThat(inside.says("grep -rn nameserver /etc")).contains("/etc/resolv.conf:1:nameserver");
    assertThat(inside.code("grep nothing /etc/passwd")).isEqualTo(1);
    assertThat(inside.says("cut -d: -f1 /etc/passwd | head -1")).isEqualTo("root\n");
    assertThat(inside.says("printf 'a\\nb\\na\\n' | sort | uniq -c | sort -rn | head -1").strip())
        .isEqualTo("2 a");
    assertThat(inside.says("grep -E 'ro+t|x' /etc/passwd | wc -l")).isNotBlank();
    assertThat(inside.says("echo aGVsbG8= | base64 -d")).isEqualTo("hello");
    assertThat(inside.says("printf '1\\n2\\n3\\n' | tail -n 2")).isEqualTo("2\n3\n");
  }

  @Test
  void what_is_changed_stays_until_the_container_goes() {
    inside.says("mkdir /tmp/new; echo x > /tmp/new/a; rm /tmp/.x/kworkerd");
    assertThat(inside.says("cat /tmp/new/a")).isEqualTo("x\n");
    assertThat(inside.says("ls /tmp/.x")).isEmpty();
    assertThat(inside.says("rm /etc/passwd")).contains("Permission denied");
    assertThat(inside.says("rm /tmp/new")).contains("is a directory");
    inside.says("rm -r /tmp/new");
    assertThat(inside.code("ls /tmp/new")).isEqualTo(1);
  }

  @Test
  void a_killed_process_is_gone_and_the_first_one_ends_the_container() {
    assertThat(inside.code("kill -9 47")).isZero();
    assertThat(inside.says("ps")).doesNotContain("kworkerd");
    assertThat(inside.says("kill 47")).contains("No such process");
    inside.says("kill -9 1");
    assertThat(inside.ends).isEmpty();
    inside.says("kill 1");
    assertThat(inside.ends).containsExactly(143);
  }

  @Test
  void curl_sends_method_headers_and_data_and_shows_what_is_answered() {
    inside.wires.reply = new Wires.Reply(403, Map.of("content-type", "application/json"), "{}");
    assertThat(
            inside.says(
                "echo '{\"a\":1}' > /tmp/b; curl -sik -X PATCH -H 'Authorization: Bearer abc' -H"
                    + " Accept:text/plain --data-binary @/tmp/b 'https://web/api/v1?watch=1#x'"))
        .isEqualTo("HTTP/1.1 403\r\ncontent-type: application/json\r\n\r\n{}");
    Wires.Question asked = inside.wires.asked.orElseThrow();
    assertThat(asked.method()).isEqualTo("PATCH");
    assertThat(asked.target()).isEqualTo("/api/v1?watch=1");
    assertThat(asked.headers())
        .containsEntry("authorization", "Bearer abc")
        .containsEntry("accept", "text/plain");
    assertThat(asked.body()).isEqualTo("{\"a\":1}\n");
    assertThat(inside.says("curl -sSfk https://web"))
        .isEqualTo("curl: (22) The requested URL returned error: 403\n");
    assertThat(inside.code("curl -k -d @/no https://web")).isEqualTo(26);
    assertThat(inside.code("curl --cacert /no https://web")).isEqualTo(77);
    assertThat(inside.says("wget -qO- --header 'Authorization: Bearer x' https://web"))
        .isEqualTo("wget: server returned error: HTTP/1.1 403 Forbidden\n");
  }

  @Test
  void a_terminal_says_how_large_it_is_and_what_is_none_says_so() {
    assertThat(inside.says("tty")).isEqualTo("not a tty\n");
    assertThat(inside.says("stty size"))
        .isEqualTo("stty: standard input: Inappropriate ioctl for device\n");
    inside.shell().window(120, 33);
    assertThat(inside.says("stty size; tty")).isEqualTo("33 120\n/dev/pts/0\n");
  }

  @Test
  void nc_curl_and_wget_tell_open_refused_and_silent_apart() {
    assertThat(inside.line("nc -z -w 3 web 80").code()).isZero();
    assertThat(inside.says("nc -zv web 80")).isEqualTo("web (10.1.0.2:80) open\n");
    assertThat(inside.says("nc -z off 80"))
        .isEqualTo("nc: off (10.1.0.3:80): Connection refused\n");
    Shell.Outcome silent = inside.line("nc -z -w 3 cut 80");
    assertThat(silent.code()).isEqualTo(1);
    assertThat(silent.took()).isEqualTo(Duration.ofSeconds(3));

    assertThat(inside.says("curl -s http://web/x")).isEqualTo("OK\n");
    assertThat(inside.line("curl http://off").code()).isEqualTo(7);
    assertThat(inside.line("curl -m 5 http://cut").code()).isEqualTo(28);
    assertThat(inside.says("curl -m 5 http://cut"))
        .isEqualTo("curl: (28) Connection timed out after 5001 milliseconds\n");
    assertThat(inside.line("curl http://nope").code()).isEqualTo(6);
    assertThat(inside.line("curl http://web:6379").code()).isEqualTo(52);
    assertThat(inside.line("curl https://web").code()).isEqualTo(60);
    assertThat(inside.says("curl -sk -o /dev/null -w '%{http_code}' https://web")).isEqualTo("200");

    assertThat(inside.says("wget -qO- http://web")).isEqualTo("OK\n");
    assertThat(inside.line("wget -T 2 -O- http://cut").code()).isEqualTo(1);
    assertThat(inside.says("wget -T 2 -O- http://cut")).endsWith("wget: download timed out\n");
    assertThat(inside.says("wget -q -O- off")).contains("can't connect to remote host (10.1.0.3)");
  }

  @Test
  void without_a_resolver_names_are_not_found_after_a_while() {
    inside.wires.resolver = false;
    assertThat(inside.says("wget -T 3 http://web")).isEqualTo("wget: bad address 'web'\n");
    assertThat(inside.says("curl -m 3 http://web")).contains("(28) Resolving timed out");
    assertThat(inside.says("nslookup web")).contains("no servers could be reached");
    assertThat(inside.line("nc -z 10.1.0.2 80").code()).isZero();
  }

  @Test
  void a_time_limit_cuts_what_takes_longer() {
    Shell.Outcome cut = inside.line("timeout 5 sleep 100");
    assertThat(cut.code()).isEqualTo(143);
    assertThat(cut.took()).isEqualTo(Duration.ofSeconds(5));
    assertThat(inside.line("timeout 5 echo a").code()).isZero();
  }

  @Test
  void an_archive_can_be_fetched() {
    byte[] archive = inside.line("tar cf - /tmp/.x").out();
    assertThat(archive.length % 512).isZero();
    assertThat(new String(archive, 0, 300, java.nio.charset.StandardCharsets.ISO_8859_1))
        .startsWith("tmp/.x/")
        .contains("ustar");
  }

  @Test
  void a_debugging_container_sees_the_processes_and_files_of_its_target() {
    Machine target = inside.machine(Inside.MINED, Optional.empty());
    Interior own =
        Interior.plain()
            .running(List.of(new Interior.Running(1, 0, "sh", "/bin/busybox", 0, Duration.ZERO)));
    Shell shell = new Shell(inside.machine(own, Optional.of(target)));
    assertThat(Inside.text(shell.line("ps").out())).contains("kworkerd", "  101 root");
    assertThat(Inside.text(shell.line("cd /proc/1/root && ls tmp/.x; cd /").out()))
        .isEqualTo("kworkerd\n");
    assertThat(Inside.text(shell.line("cd /proc/47/root && ls tmp/.x; cd /").out()))
        .isEqualTo("kworkerd\n");
    assertThat(Inside.text(shell.line("ls -a /tmp").out())).doesNotContain(".x");
  }
}
