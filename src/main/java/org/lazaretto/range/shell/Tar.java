package org.lazaretto.range.shell;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** {@code tar} as {@code kubectl cp} uses it to fetch files: creating an archive on its output. */
final class Tar {
  private static final int BLOCK = 512;

  private final Call call;
  private final FileTree files;

  private Tar(Call call) {
    this.call = call;
    this.files = call.files();
  }

  static int run(Call call) {
    List<String> words = call.words();
    String what = words.isEmpty() ? "" : words.getFirst().replace("-", "");
    if (!what.contains("c")) {
      return call.fails(1, "only creating an archive is simulated");
    }
    int first = what.contains("f") ? 2 : 1;
    if (what.contains("f") && (words.size() < 2 || !words.get(1).equals("-"))) {
      return call.fails(1, "only an archive on the standard output is simulated");
    }
    return new Tar(call).create(words.subList(Math.min(first, words.size()), words.size()));
  }

  private int create(List<String> words) {
    String folder = call.session().folder();
    int code = 0;
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).equals("-C") && i + 1 < words.size()) {
        folder = Paths.absolute(folder, words.get(++i));
        continue;
      }
      String path = Paths.absolute(folder, words.get(i));
      Optional<Entry> entry = files.linkAt(path);
      if (entry.isEmpty()) {
        code = call.fails(1, words.get(i) + ": No such file or directory");
      } else {
        add(words.get(i).replaceFirst("^/+", ""), path, entry.get());
      }
    }
    call.out().write(new byte[2 * BLOCK]);
    return code;
  }

  private void add(String name, String path, Entry entry) {
    switch (entry.kind()) {
      case FOLDER -> {
        header(name + "/", entry, 0, '5', "");
        for (String each : files.names(path)) {
          String below = Paths.below(path, each);
          files.linkAt(below).ifPresent(there -> add(name + "/" + each, below, there));
        }
      }
      case LINK -> header(name, entry, 0, '2', entry.text());
      case FILE -> {
        byte[] bytes = entry.bytes();
        header(name, entry, bytes.length, '0', "");
        call.out().write(bytes);
        call.out().write(new byte[(BLOCK - bytes.length % BLOCK) % BLOCK]);
      }
      case DEVICE -> {}
    }
  }

  private void header(String name, Entry entry, int size, char type, String target) {
    byte[] block = new byte[BLOCK];
    put(block, 0, 100, name);
    put(block, 100, 8, "%07o".formatted(entry.mode()));
    put(block, 108, 8, "0000000");
    put(block, 116, 8, "0000000");
    put(block, 124, 12, "%011o".formatted(size));
    put(block, 136, 12, "%011o".formatted(entry.changed().getEpochSecond()));
    Arrays.fill(block, 148, 156, (byte) ' ');
    block[156] = (byte) type;
    put(block, 157, 100, target);
    put(block, 257, 8, "ustar\00000");
    put(block, 265, 32, entry.owner());
    put(block, 297, 32, entry.owner());
    int sum = 0;
    for (byte each : block) {
      sum += Byte.toUnsignedInt(each);
    }
    put(block, 148, 8, "%06o\0 ".formatted(sum));
    call.out().write(block);
  }

  private static void put(byte[] block, int at, int most, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, block, at, Math.min(most, bytes.length));
  }
}
