package org.supervision.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Vouches for one entry and, by the hash of the seal before it, for all entries before.
 *
 * <p>The hash is taken over these fields in this order: hash of the seal before ("" for the first), chain, position,
 * instant of sealing, then of the entry id, government, instant, actor, name of the actor, act, type of the object, its
 * id, changes and, if it has one, the caller's address. Each is preceded by its length in bytes (four bytes, big-endian; -1 for {@code null}), so that no two
 * entries read alike. Texts are UTF-8, numbers decimal, instants ISO 8601 in UTC, changes JSON without blanks and with
 * the keys of each object in alphabetical order.
 *
 * @param chain code of a government, {@link #OF_INSTALLATION} for what belongs to none
 * @param position in the chain, from 1
 * @param hash hexadecimal
 */
record Seal(String chain, long position, long entryId, String algorithm, String hash, Instant sealedAt) {

    static final String OF_INSTALLATION = "";

    /** What stands for the hash before the first seal. */
    static final String NOTHING_BEFORE = "";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Puts the seal on an entry. */
    static Seal of(
            StoredEntry entry,
            String chain,
            long position,
            String hashBefore,
            SealAlgorithm algorithm,
            Instant sealedAt) {
        String hash = hash(entry, chain, position, hashBefore, algorithm, sealedAt);
        return new Seal(chain, position, entry.id(), algorithm.code(), hash, sealedAt);
    }

    /** Whether this seal was put on the entry at that position after the seal with that hash. */
    boolean isOf(StoredEntry entry, long atPosition, String hashBefore) {
        return SealAlgorithm.of(algorithm)
                .filter(known -> hash(entry, chain, atPosition, hashBefore, known, sealedAt)
                        .equals(hash))
                .isPresent();
    }

    private static String hash(
            StoredEntry entry,
            String chain,
            long position,
            String hashBefore,
            SealAlgorithm algorithm,
            Instant sealedAt) {
        MessageDigest digest = algorithm.digest();
        try (DataOutputStream target =
                new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
            for (String field : fields(entry, chain, position, hashBefore, sealedAt)) {
                write(target, field);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** What the hash is taken over, one after the other. */
    static List<@Nullable String> fields(
            StoredEntry entry, String chain, long position, String hashBefore, Instant sealedAt) {
        List<@Nullable String> fields = new ArrayList<>(Arrays.asList(
                hashBefore,
                chain,
                String.valueOf(position),
                sealedAt.toString(),
                String.valueOf(entry.id()),
                entry.government(),
                entry.at().toString(),
                entry.actor(),
                entry.actorName(),
                entry.act(),
                entry.objectType(),
                entry.objectId(),
                canonical(entry.changes())));
        if (entry.origin() != null) {
            fields.add(entry.origin());
        }
        return fields;
    }

    private static void write(DataOutputStream fields, @Nullable String text) throws IOException {
        if (text == null) {
            fields.writeInt(-1);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        fields.writeInt(bytes.length);
        fields.write(bytes);
    }

    /** The database is free to write the same JSON differently in another version. */
    private static String canonical(String changes) {
        try {
            return JSON.writeValueAsString(JSON.readValue(changes, Object.class));
        } catch (JsonProcessingException e) {
            return changes; // nested beyond measure, and nothing the application has written
        }
    }
}
