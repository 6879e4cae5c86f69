package org.supervision.notification;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Keeps secrets unreadable in the database: AES-256-GCM with a key the database does not have. What was kept before there
 * was a key is still read, and closed when it is kept again.
 */
final class SecretBox {

    private static final String CLOSED = "{aes-gcm}";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final @Nullable SecretKeySpec key;

    /** @param key 32 bytes as Base64; empty: secrets stay readable */
    SecretBox(String key) {
        this.key = key.isBlank() ? null : new SecretKeySpec(bytes(key), "AES");
    }

    private static byte[] bytes(String key) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(key.strip());
        } catch (IllegalArgumentException e) {
            bytes = new byte[0];
        }
        if (bytes.length != KEY) {
            // Without what was given: it may be half a key.
            throw new IllegalArgumentException("supervision.notification.secret-key must be 32 bytes as Base64");
        }
        return bytes;
    }

    boolean isOpen() {
        return key == null;
    }

    /** @param owner whose it is: kept for somebody else it does not open */
    @Nullable
    String close(@Nullable String secret, String owner) {
        if (secret == null || key == null) {
            return secret;
        }
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] closed = apply(Cipher.ENCRYPT_MODE, nonce, owner, secret.getBytes(StandardCharsets.UTF_8));
        return CLOSED
                + Base64.getEncoder()
                        .encodeToString(ByteBuffer.allocate(NONCE + closed.length)
                                .put(nonce)
                                .put(closed)
                                .array());
    }

    /** @throws IllegalStateException if it was closed with another key, for another owner, or changed since */
    @Nullable
    String open(@Nullable String kept, String owner) {
        if (kept == null || !kept.startsWith(CLOSED)) {
            return kept;
        }
        if (key == null) {
            throw new IllegalStateException("supervision.notification.secret-key is missing");
        }
        ByteBuffer closed = ByteBuffer.wrap(Base64.getDecoder().decode(kept.substring(CLOSED.length())));
        byte[] nonce = new byte[NONCE];
        closed.get(nonce);
        byte[] rest = new byte[closed.remaining()];
        closed.get(rest);
        return new String(apply(Cipher.DECRYPT_MODE, nonce, owner, rest), StandardCharsets.UTF_8);
    }

    private byte[] apply(int mode, byte[] nonce, String owner, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A secret of " + owner + " does not open with this key", e);
        }
    }
}
