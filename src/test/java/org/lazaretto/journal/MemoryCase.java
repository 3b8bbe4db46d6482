package org.lazaretto.journal;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lazaretto.port.CaseStores;
import org.lazaretto.port.EvidenceStore;
import org.lazaretto.port.JournalStore;
import org.lazaretto.port.PortException;

/** A case folder in memory, whose disk can fill up after so many bytes. */
class MemoryCase implements JournalStore, EvidenceStore {
  static final String LINES = "journal.jsonl";
  static final String HEAD = "HEAD";

  final Map<String, byte[]> files = new TreeMap<>();
  long room = Long.MAX_VALUE;
  int forces;
  boolean locked;

  CaseStores stores() {
    return new CaseStores(this, this);
  }

  byte[] file(String name) {
    return files.getOrDefault(name, new byte[0]);
  }

  private void put(String name, byte[] bytes) throws PortException {
    int fits = (int) Math.min(room, bytes.length);
    if (name.equals(LINES)) {
      byte[] before = file(LINES);
      byte[] all = Arrays.copyOf(before, before.length + fits);
      System.arraycopy(bytes, 0, all, before.length, fits);
      files.put(LINES, all);
    } else if (fits == bytes.length) {
      files.put(name, bytes.clone());
    }
    room -= fits;
    if (fits < bytes.length) {
      throw new PortException(PortException.Kind.LOCAL, name + ": No space left on device");
    }
  }

  @Override
  public String place() {
    return "memory";
  }

  @Override
  public Presence presence() {
    return files.containsKey(CASE_FILE) ? Presence.CASE : Presence.NOTHING;
  }

  @Override
  public Optional<String> lock(String holder) {
    locked = true;
    return Optional.empty();
  }

  @Override
  public void publish(String name, byte[] bytes) throws PortException {
    put(name, bytes);
  }

  @Override
  public Optional<byte[]> published(String name) {
    return Optional.ofNullable(files.get(name));
  }

  @Override
  public void append(byte[] bytes) throws PortException {
    put(LINES, bytes);
    forces++;
  }

  @Override
  public InputStream lines() {
    return new ByteArrayInputStream(file(LINES));
  }

  @Override
  public String setAside(long from) throws PortException {
    byte[] all = file(LINES);
    put("torn-1.bin", Arrays.copyOfRange(all, (int) from, all.length));
    files.put(LINES, Arrays.copyOf(all, (int) from));
    return "torn-1.bin";
  }

  @Override
  public void head(byte[] bytes) throws PortException {
    put(HEAD, bytes);
  }

  @Override
  public Optional<byte[]> head() {
    return published(HEAD);
  }

  @Override
  public void close() {
    locked = false;
  }

  @Override
  public Staged stage(String name, byte[] bytes) throws PortException {
    String handle = ".taking-" + files.size();
    put(handle, bytes);
    return new Staged(handle, name, bytes.length, Hash.of(bytes));
  }

  @Override
  public String settle(Staged staged, String folder) {
    String path = "evidence/" + folder + "/" + staged.name();
    files.put(path, file(staged.handle()));
    files.remove(staged.handle());
    return path;
  }

  @Override
  public List<Found> list() {
    return files.keySet().stream()
        .filter(path -> path.startsWith("evidence/"))
        .map(path -> new Found(path, file(path).length, true, false))
        .toList();
  }

  @Override
  public InputStream read(Found file) {
    return new ByteArrayInputStream(file(file.path()));
  }

  @Override
  public String setAside(String folder) {
    throw new IllegalStateException("nothing is left over in memory");
  }
}
