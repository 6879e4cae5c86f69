package org.supervision.tables.read;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supervision.identity.Role;

/**
 * One post of one person as a roster has it; empty where nothing is written.
 *
 * @param otherwise the post if none is written: that of the column of names, or of the whole roster
 */
public record RosterEntry(
        String name,
        String unit,
        String post,
        String username,
        String phone,
        String mail,
        SourcePosition position,
        @Nullable Role otherwise) {

    private static final Map<Role, Pattern> POSTS = Stream.of(
                    Role.OFFICE_CHIEF, Role.OFFICER, Role.CITY_LEADER, Role.UNIT_LEADER, Role.LIAISON)
            .collect(Collectors.toMap(role -> role, role -> Words.pattern("post " + role)));

    private static final Pattern BETWEEN_POSTS = Words.pattern("several posts");
    private static final Pattern BETWEEN_NAMES = Words.pattern("several names");

    /** The post it says or has otherwise. */
    public Optional<Role> role() {
        return post.isBlank() ? Optional.ofNullable(otherwise) : role(post);
    }

    /** Whether the name is those of several people. */
    public static boolean isOfSeveral(String name) {
        return BETWEEN_NAMES.matcher(Texts.clean(name)).find();
    }

    /** The post the text stands for. */
    static Optional<Role> role(String post) {
        String key = Texts.key(post);
        return POSTS.entrySet().stream()
                .filter(entry -> entry.getValue().matcher(key).matches())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The posts the text lists; itself, if it is one or none of them is known. */
    static List<String> posts(String text) {
        List<String> pieces = BETWEEN_POSTS
                .splitAsStream(text)
                .map(String::strip)
                .filter(piece -> !piece.isEmpty())
                .toList();
        return role(text).isEmpty()
                        && pieces.stream().anyMatch(piece -> role(piece).isPresent())
                ? pieces
                : List.of(Texts.join(text.lines().toList()));
    }
}
