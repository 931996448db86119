package lantian.kit.security;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.util.unit.DataSize;

/**
 * Who may call what: every endpoint of a service, with its roles. What is not listed is denied. A
 * service offers one bean of this type.
 */
public final class EndpointRoles {
  private final List<Entry> entries = new ArrayList<>();

  /**
   * One line of the table; no roles at all: open without a token. {@code shownOnce}: JSON pointers
   * to what an answer shows once and nobody keeps. {@code largestBody}: null where that of all
   * requests holds.
   */
  public record Entry(
      HttpMethod method,
      String path,
      Set<Role> roles,
      boolean stores,
      Set<String> shownOnce,
      @Nullable DataSize largestBody) {
    public Entry {
      roles = Set.copyOf(roles);
      shownOnce = Set.copyOf(shownOnce);
    }

    public boolean isOpen() {
      return roles.isEmpty();
    }

    /** Whether a caller may send an {@code Idempotency-Key}: on POSTs that store. */
    public boolean takesKey() {
      return method.equals(HttpMethod.POST) && stores && !isOpen();
    }
  }

  private EndpointRoles() {}

  public static EndpointRoles table() {
    return new EndpointRoles();
  }

  public EndpointRoles get(String path, Role first, Role... more) {
    return entry(HttpMethod.GET, path, EnumSet.of(first, more));
  }

  public EndpointRoles post(String path, Role first, Role... more) {
    return entry(HttpMethod.POST, path, EnumSet.of(first, more));
  }

  public EndpointRoles put(String path, Role first, Role... more) {
    return entry(HttpMethod.PUT, path, EnumSet.of(first, more));
  }

  public EndpointRoles delete(String path, Role first, Role... more) {
    return entry(HttpMethod.DELETE, path, EnumSet.of(first, more));
  }

  /** Open to anyone who has a token, whatever the role. */
  public EndpointRoles getByAnyRole(String path) {
    return entry(HttpMethod.GET, path, EnumSet.allOf(Role.class));
  }

  /** Open to anyone who has a token, whatever the role. */
  public EndpointRoles postByAnyRole(String path) {
    return entry(HttpMethod.POST, path, EnumSet.allOf(Role.class));
  }

  /** Open without a token. */
  public EndpointRoles open(HttpMethod method, String path) {
    return entry(method, path, EnumSet.noneOf(Role.class));
  }

  /** Of the line before: it stores nothing, so that it needs no {@code Idempotency-Key}. */
  public EndpointRoles storingNothing() {
    var last = entries.removeLast();
    entries.add(
        new Entry(
            last.method(), last.path(), last.roles(), false, last.shownOnce(), last.largestBody()));
    return this;
  }

  /** Of the line before: its bodies may be so large, and not as those of all requests. */
  public EndpointRoles takingBodiesUpTo(DataSize largest) {
    var last = entries.removeLast();
    entries.add(
        new Entry(
            last.method(), last.path(), last.roles(), last.stores(), last.shownOnce(), largest));
    return this;
  }

  /**
   * Of the line before: its answer shows a secret there, once. It is not kept for a repeat under
   * the same {@code Idempotency-Key}, which then says that it lacks it.
   */
  public EndpointRoles showingOnce(String pointer) {
    var last = entries.removeLast();
    var shownOnce = new TreeSet<>(last.shownOnce());
    shownOnce.add(pointer);
    entries.add(
        new Entry(
            last.method(),
            last.path(),
            last.roles(),
            last.stores(),
            shownOnce,
            last.largestBody()));
    return this;
  }

  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  private EndpointRoles entry(HttpMethod method, String path, Set<Role> roles) {
    entries.add(new Entry(method, path, roles, !method.equals(HttpMethod.GET), Set.of(), null));
    return this;
  }
}
