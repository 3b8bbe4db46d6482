package org.lazaretto.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lazaretto.execute.Sockets.End;
import org.lazaretto.execute.Sockets.Socket;
import org.lazaretto.model.Connections.State;

/** The kernel's list of connections, read as an intruder may have written it. */
class SocketsTest {
  private static final String HEADER =
      "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout"
          + " inode\n";
  private static final String POOL =
      "   1: 0803010A:E983 4D6433C6:0D05 01 00000000:00000000 00:00000000 00000000  1000        0"
          + " 53212 1 0000000000000000 20 4 30 10 -1\n";
  private static final String STUCK =
      "   1: 0803010A:E983 4D6433C6:0D05 01 00000040:00000000 01:00000123 00000004  1000        0"
          + " 53212 1 0000000000000000 20 4 30 10 -1\n";
  private static final String LISTENS = "   0: 00000000:20FB 00000000:0000 0A\n";

  private static Looked looked(String lines) {
    Sockets sockets = Sockets.of(HEADER + lines);
    return new Looked(
        Reach.unknown(""), Optional.of(sockets.established("")), sockets.asking(), "");
  }

  @Test
  void addresses_ports_and_states_are_read_as_the_kernel_writes_them() {
    Sockets sockets = Sockets.of(HEADER + LISTENS + POOL);

    assertThat(sockets.established(""))
        .containsExactly(
            new Socket(
                new End("10.1.3.8", 59779),
                new End("198.51.100.77", 3333),
                Sockets.State.ESTABLISHED,
                false));
    assertThat(sockets.all().getFirst().local()).isEqualTo(new End("0.0.0.0", 8443));
  }

  @Test
  void addresses_of_the_sixth_version_are_read_and_mapped_ones_are_of_the_fourth() {
    Sockets sockets =
        Sockets.of(
            HEADER
                + "   0: B80D01200000000000000000010000AA:01BB"
                + " B80D01200000000000000000020000AA:C001 01\n"
                + "   1: 0000000000000000FFFF00000803010A:1F90"
                + " 0000000000000000FFFF00004D6433C6:0D05 01\n");

    assertThat(sockets.established(""))
        .extracting(socket -> socket.remote().toString())
        .containsExactly("[2001:db8:0:0:0:0:aa00:2]:49153", "198.51.100.77:3333");
  }

  @Test
  void what_a_pod_says_to_itself_is_no_connection_of_the_network() {
    Sockets sockets =
        Sockets.of(
            HEADER
                + "   0: 0100007F:1F90 0100007F:C001 01\n"
                + "   1: 0803010A:1F90 0803010A:C001 01\n"
                + "   2: 00000000000000000000000001000000:1F90"
                + " 00000000000000000000000001000000:C001 01\n");

    assertThat(sockets.established("")).isEmpty();
  }

  @Test
  void the_node_s_own_checks_do_not_count_but_what_is_sent_to_the_node_does() {
    String checked = "   1: 0803010A:20FB 0100010A:C001 01\n";
    String sent = "   2: 0803010A:C002 0100010A:1F90 01\n";

    assertThat(Sockets.of(HEADER + LISTENS + checked + sent).established("10.1.0.1"))
        .extracting(socket -> socket.remote().port())
        .containsExactly(8080);
  }

  @Test
  void lines_that_no_kernel_writes_are_passed_over() {
    Sockets sockets =
        Sockets.of(
            HEADER
                + "\u001b[2J all is well\n0: zz:1 yy:2 01\n   9: 0803010A:E983 4D6433C6:0D05 01 <b>\n"
                + "   1: FFFFFFFFF:FFFFF 4D6433C6:0D05 01\n".repeat(2000)
                + POOL);

    assertThat(sockets.established("")).hasSize(2);
    assertThat(Sockets.isList("root:x:0:0:root:/root:/bin/sh")).isFalse();
  }

  @Test
  void what_stood_and_stands_is_open_and_named() {
    Established stood = established(looked(LISTENS + POOL), looked(LISTENS + POOL));

    assertThat(stood.state()).isEqualTo(State.OPEN);
    assertThat(stood.text()).contains("as before").contains("10.1.3.8:59779 – 198.51.100.77:3333");
  }

  @Test
  void what_stood_and_is_not_there_any_more_is_cut_and_what_it_asks_for_is_said() {
    String asks = "   1: 0803010A:E984 4D6433C6:0D05 02\n";
    Established stood = established(looked(POOL), looked(asks));

    assertThat(stood.state()).isEqualTo(State.BLOCKED);
    assertThat(stood.text()).contains("none stands any more").contains("asks in vain");
  }

  @Test
  void what_is_listed_but_gets_no_answer_is_cut() {
    Established stood = established(looked(POOL), looked(STUCK));

    assertThat(stood.state()).isEqualTo(State.BLOCKED);
    assertThat(stood.text()).contains("no answer");
  }

  @Test
  void a_new_one_that_stands_afterwards_is_open_though_the_old_one_is_gone() {
    String other = "   1: 0803010A:E999 4D6433C6:0D05 01\n";
    Established stood = established(looked(POOL), looked(other));

    assertThat(stood.state()).isEqualTo(State.OPEN);
    assertThat(stood.text()).contains("not seen before");
  }

  @Test
  void where_nothing_stood_nothing_is_proven() {
    assertThat(established(looked(LISTENS), looked(LISTENS)).state()).isEqualTo(State.CANNOT_TELL);
    assertThat(established(Looked.nothing("no program"), looked(LISTENS)))
        .satisfies(stood -> {
          assertThat(stood.state()).isEqualTo(State.CANNOT_TELL);
          assertThat(stood.text()).contains("no program");
        });
    assertThat(established(looked(POOL), Looked.nothing("it was cut off")))
        .isEqualTo(new Established(State.CANNOT_TELL, "it was cut off"));
    assertThat(
            established(
                    looked(POOL), new Looked(Reach.unknown(""), Optional.empty(), List.of(), "x"))
                .state())
        .isEqualTo(State.CANNOT_TELL);
  }

  private static Established established(Looked before, Looked after) {
    return Established.of(before, after, Optional.empty());
  }
}
