package org.lazaretto.adapter.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lazaretto.port.EvidenceStore;
import org.lazaretto.port.PortException;

/**
 * Evidence files below {@code evidence/}. A file is staged in a folder whose name begins with
 * {@code .taking-} and gets its final name by one rename, so a cut never leaves half an item.
 */
final class EvidenceFolder implements EvidenceStore {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]*");
  private static final Set<PosixFilePermission> WRITING =
      EnumSet.of(
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_WRITE);

  private final Path root;

  EvidenceFolder(Path root) {
    this.root = root;
  }

  @Override
  public Staged stage(String name, byte[] bytes) throws PortException {
    requireName(name);
    try {
      makeRoot();
      Path folder = Files.createTempDirectory(root, ".taking-", Disk.ownerOnly(root, "rwx------"));
      Path file = folder.resolve(name);
      Disk.create(file, bytes);
      Disk.permit(file, "r--------");
      Disk.force(folder);
      return new Staged(folder.getFileName().toString(), name, bytes.length, sha256(bytes));
    } catch (IOException e) {
      throw Disk.failure(root, e);
    }
  }

  private synchronized void makeRoot() throws IOException {
    Disk.folder(root);
  }

  @Override
  public String settle(Staged staged, String folder) throws PortException {
    requireName(folder);
    try {
      Disk.rename(root.resolve(staged.handle()), root.resolve(folder));
      Disk.force(root);
      return "evidence/" + folder + "/" + staged.name();
    } catch (IOException e) {
      throw Disk.failure(root, e);
    }
  }

  @Override
  public List<Found> list() throws PortException {
    if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(root)) {
      List<Path> files =
          all.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)).sorted().toList();
      List<Found> found = new java.util.ArrayList<>(files.size());
      for (Path file : files) {
        found.add(describe(file));
      }
      return List.copyOf(found);
    } catch (IOException e) {
      throw Disk.failure(root, e);
    }
  }

  private Found describe(Path file) throws IOException {
    PosixFileAttributes attributes =
        Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    Set<PosixFilePermission> writing = EnumSet.copyOf(WRITING);
    writing.retainAll(attributes.permissions());
    String path = "evidence/" + root.relativize(file);
    return new Found(path, attributes.size(), attributes.isRegularFile(), !writing.isEmpty());
  }

  @Override
  public InputStream read(Found file) throws PortException {
    Path path = Disk.parent(root).resolve(file.path()).normalize();
    if (!path.startsWith(root)) {
      throw new IllegalArgumentException("not below the evidence folder: " + file.path());
    }
    try {
      return Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      throw Disk.failure(path, e);
    }
  }

  @Override
  public String setAside(String folder) throws PortException {
    Path from = root.resolve(folder).normalize();
    if (!root.equals(from.getParent())) {
      throw new IllegalArgumentException("not a folder of evidence: " + folder);
    }
    try {
      Path aside = Files.createTempDirectory(root, ".left-", Disk.ownerOnly(root, "rwx------"));
      Path to = aside.resolve(from.getFileName());
      Disk.rename(from, to);
      Disk.force(aside);
      Disk.force(root);
      return "evidence/" + root.relativize(to);
    } catch (IOException e) {
      throw Disk.failure(from, e);
    }
  }

  private static void requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a plain name: " + name);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
