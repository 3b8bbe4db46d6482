package org.lazaretto.adapter.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
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
    List<Found> found = new ArrayList<>();
    try {
      Files.walkFileTree(root, new Listing(found));
    } catch (IOException e) {
      throw Disk.failure(root, e);
    }
    found.sort(Comparator.comparing(Found::path));
    return List.copyOf(found);
  }

  /** Follows no link; what a writer moves away meanwhile is passed over. */
  private final class Listing extends SimpleFileVisitor<Path> {
    private final List<Found> found;

    Listing(List<Found> found) {
      this.found = found;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Set<PosixFilePermission> writing = EnumSet.copyOf(WRITING);
      try {
        writing.retainAll(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS));
      } catch (NoSuchFileException e) {
        return FileVisitResult.CONTINUE;
      }
      String path = "evidence/" + root.relativize(file);
      boolean regular = attributes.isRegularFile();
      found.add(new Found(path, attributes.size(), regular, !writing.isEmpty()));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }
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
