package org.supervision.workflow.process;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.supervision.identity.GroupPath;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;
import org.supervision.workflow.SharedDirectory;

/** Keycloak's people and groups, read and written over its Admin REST interface by a service account. */
@Component
@Profile("keycloak")
class KeycloakDirectory implements SharedDirectory {

    private static final Logger log = LoggerFactory.getLogger(KeycloakDirectory.class);
    private static final ParameterizedTypeReference<List<User>> USERS = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<User> USER = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<List<Group>> GROUPS = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<Group> GROUP = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<Map<String, Object>> FIELDS = new ParameterizedTypeReference<>() {};

    /**
     * What the directory says of one person.
     *
     * @param id stays what it is when the person is renamed
     * @param posts paths of the groups that are posts; others are none of ours
     */
    record Entry(String id, String username, String name, @Nullable String mail, boolean enabled, Set<String> posts) {}

    /**
     * Who holds which post.
     *
     * @param groups paths of those that exist
     * @param people by id
     */
    record Holders(Set<String> groups, Map<String, Entry> people) {}

    private record User(
            String id,
            String username,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String email,
            boolean enabled,
            @Nullable Map<String, Boolean> access) {

        Entry with(Set<String> posts) {
            return new Entry(id, username, name(), email == null || email.isBlank() ? null : email, enabled, posts);
        }

        boolean mayBeChanged() {
            return access != null && access.getOrDefault("manageGroupMembership", false);
        }

        /** Family name first, without a blank, for names in Chinese characters. */
        private String name() {
            String first = firstName == null ? "" : firstName.strip();
            String last = lastName == null ? "" : lastName.strip();
            boolean chinese = (first + last).codePoints().anyMatch(Character::isIdeographic);
            String name = chinese ? last + first : (first + " " + last).strip();
            return name.isEmpty() ? username : name;
        }
    }

    private record Group(String id, String name, String path, @Nullable String parentId, int subGroupCount) {

        boolean isPlainlyNamed() {
            return name.indexOf('/') < 0;
        }

        String pathInRealm() {
            return path.substring(1);
        }
    }

    private final KeycloakCalls calls;

    /** Groups, with the paths they had then, whose path is made of the names above them. */
    private final Set<String> atTheirPaths = ConcurrentHashMap.newKeySet();

    KeycloakDirectory(KeycloakCalls calls) {
        this.calls = calls;
    }

    @Override
    public boolean answers() {
        return calls.answers();
    }

    @Override
    public void endSession(String id) {
        calls.ask(() -> {
            try {
                calls.send(HttpMethod.DELETE, calls.at("sessions", id), null);
            } catch (HttpClientErrorException.NotFound e) {
                log.debug("The session has ended before");
            }
            return true;
        });
    }

    Optional<Entry> byId(String id) {
        return calls.ask(() -> {
            try {
                return Optional.of(entry(calls.get(calls.at("users", id), USER)));
            } catch (HttpClientErrorException.NotFound e) {
                return Optional.empty();
            }
        });
    }

    Optional<Entry> byUsername(String username) {
        return calls.ask(() -> user(username).map(this::entry));
    }

    /** Whether the application may put the person into groups there. */
    boolean mayChange(String id) {
        return calls.ask(() -> calls.get(calls.at("users", id), USER).mayBeChanged());
    }

    private Entry entry(User user) {
        return user.with(calls.pages(GROUPS, "users", user.id(), "groups").stream()
                .filter(group -> GroupPath.parse(group.pathInRealm()).isPresent())
                .filter(this::isAtItsPath)
                .map(Group::pathInRealm)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** A slash in a name would let a group pass for one that is further down. */
    private boolean isAtItsPath(Group post) {
        String known = post.id() + post.path();
        if (atTheirPaths.contains(known)) {
            return true;
        }
        Group each = calls.get(calls.at("groups", post.id()), GROUP);
        while (each.isPlainlyNamed() && each.parentId() != null) {
            each = calls.get(calls.at("groups", each.parentId()), GROUP);
        }
        if (!each.isPlainlyNamed()) {
            log.warn("The group {} at Keycloak is none of a post: a name in its path has a slash", post.path());
            return false;
        }
        atTheirPaths.add(known);
        return true;
    }

    /** The groups that are posts of these governments or of the installation, with everybody in them. */
    Holders holders(Set<String> governments) {
        return calls.ask(() -> {
            List<Group> groups = postGroups(governments);
            Map<String, User> users = new LinkedHashMap<>();
            Map<String, Set<String>> posts = new HashMap<>();
            for (Group post : groups) {
                for (User user : calls.pages(USERS, "groups", post.id(), "members")) {
                    users.put(user.id(), user);
                    posts.computeIfAbsent(user.id(), id -> new HashSet<>()).add(post.pathInRealm());
                }
            }
            return new Holders(
                    groups.stream().map(Group::pathInRealm).collect(Collectors.toSet()),
                    users.values().stream()
                            .collect(Collectors.toMap(User::id, user -> user.with(posts.get(user.id())))));
        });
    }

    private List<Group> postGroups(Set<String> governments) {
        List<Group> posts = new ArrayList<>();
        List<Group> open = new ArrayList<>(calls.pages(GROUPS, "groups").stream()
                .filter(group -> group.name().equals("admin") || governments.contains(group.name()))
                .toList());
        while (!open.isEmpty()) {
            Group group = open.remove(open.size() - 1);
            if (!group.isPlainlyNamed()) {
                continue;
            }
            if (GroupPath.parse(group.pathInRealm()).isPresent()) {
                posts.add(group);
            } else if (group.subGroupCount() > 0) {
                open.addAll(calls.pages(GROUPS, "groups", group.id(), "children"));
            }
        }
        return posts;
    }

    /**
     * Makes somebody known who sets a password of their own at the first sign-in; who is known stays as they are.
     *
     * @return the id
     */
    String create(String username, String name, @Nullable String mail) {
        Map<String, Object> user = new HashMap<>(Map.of(
                "username",
                username,
                "firstName",
                name,
                "enabled",
                true,
                "requiredActions",
                List.of("UPDATE_PASSWORD")));
        if (mail != null) {
            user.put("email", mail);
        }
        return calls.ask(() -> {
            try {
                String made = String.valueOf(calls.send(HttpMethod.POST, calls.at("users"), user));
                return made.substring(made.lastIndexOf('/') + 1);
            } catch (HttpClientErrorException.Conflict e) {
                return user(username)
                        .filter(known -> known.name().equals(name))
                        .map(User::id)
                        .orElseThrow(() -> somebodyElse(username));
            }
        });
    }

    static DomainException somebodyElse(String username) {
        return new DomainException(Kind.CONFLICT, "identity.error.somebody-else", username);
    }

    void changeMail(String id, @Nullable String mail) {
        calls.ask(() -> {
            URI address = calls.at("users", id);
            // What describes the person is sent back, else it would be taken away; what they may do stays as it is
            // there.
            Map<String, Object> whole = new HashMap<>(calls.get(address, FIELDS));
            whole.keySet().retainAll(Set.of("username", "firstName", "lastName", "attributes"));
            whole.put("email", mail == null ? "" : mail);
            calls.send(HttpMethod.PUT, address, whole);
            return true;
        });
    }

    void enter(String id, GroupPath post) {
        calls.ask(() -> calls.send(HttpMethod.PUT, calls.at("users", id, "groups", group(post.toString())), null));
    }

    void leave(String id, GroupPath post) {
        calls.ask(() -> {
            Optional<Group> group = findGroup(post.toString());
            if (group.isPresent()) {
                calls.send(
                        HttpMethod.DELETE,
                        calls.at("users", id, "groups", group.get().id()),
                        null);
            }
            return true;
        });
    }

    /** Makes the group of a post, and those above it, unless they exist. */
    void ensure(GroupPath post) {
        calls.ask(() -> group(post.toString()));
    }

    /** Id of the group with this path, which is made if there is none. */
    private String group(String path) {
        Optional<Group> found = findGroup(path);
        if (found.isPresent()) {
            return found.get().id();
        }
        int end = path.lastIndexOf('/');
        URI above = end < 0 ? calls.at("groups") : calls.at("groups", group(path.substring(0, end)), "children");
        try {
            calls.send(HttpMethod.POST, above, Map.of("name", path.substring(end + 1)));
        } catch (HttpClientErrorException.Conflict e) {
            log.debug("Somebody else has just made the group {}", path);
        }
        return findGroup(path).orElseThrow().id();
    }

    private Optional<Group> findGroup(String path) {
        try {
            return Optional.of(calls.get(calls.at(("group-by-path/" + path).split("/")), GROUP));
        } catch (HttpClientErrorException.NotFound e) {
            return Optional.empty();
        }
    }

    private Optional<User> user(String username) {
        URI address = calls.path("users")
                .queryParam("exact", true)
                .queryParam("username", "{username}")
                .build(username);
        return calls.get(address, USERS).stream()
                .filter(user -> user.username().equals(username))
                .findFirst();
    }
}
