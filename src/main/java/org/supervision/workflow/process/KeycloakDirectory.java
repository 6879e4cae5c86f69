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
    private static final ParameterizedTypeReference<List<Group>> GROUPS = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<Group> GROUP = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<Map<String, Object>> FIELDS = new ParameterizedTypeReference<>() {};

    /**
     * What the directory says of one person.
     *
     * @param posts paths of the groups that are posts; others are none of ours
     */
    record Entry(String username, String name, @Nullable String mail, boolean enabled, Set<String> posts) {}

    /**
     * Who holds which post.
     *
     * @param groups paths of those that exist
     * @param people by username
     */
    record Holders(Set<String> groups, Map<String, Entry> people) {}

    private record User(
            String id,
            String username,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String email,
            boolean enabled) {

        Entry with(Set<String> posts) {
            return new Entry(username, name(), email == null || email.isBlank() ? null : email, enabled, posts);
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

    private record Group(String id, String name, String path, int subGroupCount) {

        String pathInRealm() {
            return path.substring(1);
        }
    }

    private final KeycloakCalls calls;

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

    Optional<Entry> find(String username) {
        return calls.ask(() -> user(username)
                .map(user -> user.with(calls.pages(GROUPS, "users", user.id(), "groups").stream()
                        .map(Group::pathInRealm)
                        .filter(path -> GroupPath.parse(path).isPresent())
                        .collect(Collectors.toUnmodifiableSet()))));
    }

    /** The groups that are posts of these governments or of the installation, with everybody in them. */
    Holders holders(Set<String> governments) {
        return calls.ask(() -> {
            List<Group> groups = postGroups(governments);
            Map<String, User> users = new LinkedHashMap<>();
            Map<String, Set<String>> posts = new HashMap<>();
            for (Group post : groups) {
                for (User user : calls.pages(USERS, "groups", post.id(), "members")) {
                    users.put(user.username(), user);
                    posts.computeIfAbsent(user.username(), u -> new HashSet<>()).add(post.pathInRealm());
                }
            }
            return new Holders(
                    groups.stream().map(Group::pathInRealm).collect(Collectors.toSet()),
                    users.values().stream()
                            .collect(Collectors.toMap(User::username, user -> user.with(posts.get(user.username())))));
        });
    }

    private List<Group> postGroups(Set<String> governments) {
        List<Group> posts = new ArrayList<>();
        List<Group> open = new ArrayList<>(calls.pages(GROUPS, "groups").stream()
                .filter(group -> group.name().equals("admin") || governments.contains(group.name()))
                .toList());
        while (!open.isEmpty()) {
            Group group = open.remove(open.size() - 1);
            if (GroupPath.parse(group.pathInRealm()).isPresent()) {
                posts.add(group);
            } else if (group.subGroupCount() > 0) {
                open.addAll(calls.pages(GROUPS, "groups", group.id(), "children"));
            }
        }
        return posts;
    }

    /** Makes somebody known who sets a password of their own at the first sign-in; who is known stays as they are. */
    void create(String username, String name, @Nullable String mail) {
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
        calls.ask(() -> {
            try {
                calls.send(HttpMethod.POST, calls.at("users"), user);
            } catch (HttpClientErrorException.Conflict e) {
                log.info("Keycloak knows {} already", username);
            }
            return true;
        });
    }

    void changeMail(String username, @Nullable String mail) {
        calls.ask(() -> {
            URI address = calls.at("users", id(username));
            // All of it is sent back: what is left out would be taken away.
            Map<String, Object> whole = new HashMap<>(calls.get(address, FIELDS));
            whole.put("email", mail == null ? "" : mail);
            calls.send(HttpMethod.PUT, address, whole);
            return true;
        });
    }

    void enter(String username, GroupPath post) {
        calls.ask(() -> {
            calls.send(HttpMethod.PUT, calls.at("users", id(username), "groups", group(post.toString())), null);
            return true;
        });
    }

    void leave(String username, GroupPath post) {
        calls.ask(() -> {
            Optional<User> user = user(username);
            Optional<Group> group = findGroup(post.toString());
            if (user.isPresent() && group.isPresent()) {
                calls.send(
                        HttpMethod.DELETE,
                        calls.at("users", user.get().id(), "groups", group.get().id()),
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

    private String id(String username) {
        return user(username)
                .map(User::id)
                .orElseThrow(() -> new DomainException(Kind.CONFLICT, "identity.error.not-in-directory", username));
    }
}
