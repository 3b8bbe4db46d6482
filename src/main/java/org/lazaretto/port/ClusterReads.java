package org.lazaretto.port;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.lazaretto.model.AccountAccess;
import org.lazaretto.model.Caller;
import org.lazaretto.model.ClusterIdentity;
import org.lazaretto.model.EndpointSlice;
import org.lazaretto.model.LiveFields;
import org.lazaretto.model.Node;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Permission;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.PodRun;
import org.lazaretto.model.Workload;

/**
 * Fresh reads of a cluster. All calls block, change nothing, may be repeated, and fail with {@link
 * PortException}. An object that is not there is an empty {@link Optional}, not an error.
 */
public interface ClusterReads {
  /** Which cluster answers; reads the UID of {@code kube-system} and the version. */
  ClusterIdentity identity() throws PortException;

  /** Whom the server takes us for (SelfSubjectReview). */
  Caller caller() throws PortException;

  /** Whether we hold the right (SelfSubjectAccessReview). */
  boolean may(Permission permission) throws PortException;

  /** The node of that name, fresh. */
  Optional<Node> node(String name) throws PortException;

  /** The pod of that name, fresh; compare its UID. */
  Optional<Pod> pod(String namespace, String name) throws PortException;

  /** What runs of the pod, fresh; empty if nothing of its UID is there. */
  Optional<PodRun> containers(PodRef pod) throws PortException;

  /** All pods bound to the node, over all namespaces, fresh. */
  List<Pod> podsOn(String nodeName) throws PortException;

  /** The pods that a workload's selector chooses, fresh. */
  List<Pod> podsOf(Workload workload) throws PortException;

  /** The workload, fresh; empty if it is gone or has another UID. */
  Optional<Workload> workload(ObjectRef ref) throws PortException;

  /**
   * Some fields of an object, fresh, with the UID that the object of that name has now; empty if
   * there is none.
   *
   * @param pointers JSON pointers
   */
  Optional<LiveFields> fields(ObjectRef ref, List<String> pointers) throws PortException;

  /**
   * What a service account may do and by which Secrets it is known; of the Secrets only the
   * metadata is read, never what they hold.
   */
  AccountAccess access(ObjectRef account) throws PortException;

  /** The EndpointSlices of a service, fresh. */
  List<EndpointSlice> slicesOf(ObjectRef service) throws PortException;

  /**
   * One answer byte for byte, with {@code Accept: application/json}.
   *
   * @param path path and query, starting with a slash
   */
  RawAnswer raw(String path) throws PortException;

  /**
   * One object as YAML, as a person would read it.
   *
   * @throws PortException with NOT_FOUND if it is gone, or another one has its name
   */
  String yaml(ObjectRef ref) throws PortException;

  /**
   * A container's log from its last lines on, following; closing the stream ends it. Each line
   * stands after its RFC 3339 time and a space.
   */
  InputStream follow(ObjectRef pod, String container, int tailLines) throws PortException;
}
