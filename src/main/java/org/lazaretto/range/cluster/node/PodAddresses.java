package org.lazaretto.range.cluster.node;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

/** Gives pods their addresses: each node has a block of 253. Used in the clock's thread only. */
public final class PodAddresses {
  private static final int FIRST = 2;
  private static final int LAST = 254;

  private final ObjectStore store;
  private final Map<String, BitSet> taken = new HashMap<>();

  /** Addresses for the nodes of this store. */
  public PodAddresses(ObjectStore store) {
    this.store = store;
  }

  /** A free address on a node; the node's own if it has none left. */
  String take(String node) {
    String own = addressOf(node);
    BitSet slots = taken.computeIfAbsent(node, this::inUse);
    if (slots.nextClearBit(FIRST) > LAST) {
      // A pod that was deleted by force has given nothing back.
      slots = inUse(node);
      taken.put(node, slots);
    }
    int slot = slots.nextClearBit(FIRST);
    if (slot > LAST) {
      return own;
    }
    slots.set(slot);
    return block(own) + slot;
  }

  /** Takes an address back. */
  void giveBack(String node, String address) {
    BitSet slots = taken.get(node);
    if (slots != null && address.startsWith(block(addressOf(node)))) {
      slots.clear(slot(address));
    }
  }

  private BitSet inUse(String node) {
    BitSet slots = new BitSet();
    String block = block(addressOf(node));
    for (Stored pod : store.podsOnNode(node)) {
      pod.field("status.podIP")
          .filter(ip -> ip.startsWith(block))
          .ifPresent(ip -> slots.set(slot(ip)));
    }
    return slots;
  }

  private static int slot(String address) {
    return Integer.parseInt(address.substring(address.lastIndexOf('.') + 1));
  }

  /** The node's own address. */
  String addressOf(String node) {
    return store
        .get(ResourceTypes.NODES, "", node)
        .flatMap(n ->
            Tree.first(
                Tree.at(n.tree(), "status", "addresses"),
                a -> Tree.text(a, "type").equals("InternalIP")))
        .map(a -> Tree.text(a, "address"))
        .orElse("10.0.16.10");
  }

  /**
   * The beginning of all pod addresses on a node.
   *
   * @param nodeAddress the node's own address, as {@code NodeObjects.Place} makes it
   */
  public static String block(String nodeAddress) {
    String[] parts = nodeAddress.split("\\.", -1);
    int high = Integer.parseInt(parts[2]) - 16;
    int low = Integer.parseInt(parts[3]) - 10;
    // The inverse of how the node's address follows from its number: 37 * 173 is 1 modulo 200.
    int index = high * 200 + Math.floorMod(low * 173, 200);
    return "10." + (1 + Math.floorMod(index / 256, 250)) + "." + Math.floorMod(index, 256) + ".";
  }
}
