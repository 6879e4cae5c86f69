package org.supervision.workflow.process;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;

/**
 * Keeps passwords so that guessing them from a stolen database takes long: PBKDF2 with HMAC-SHA256. Each hash tells its
 * rounds, so that more can be asked for later; those of the engine's own algorithm are still understood by the engine.
 */
final class SlowHash implements PasswordEncryptor {

    static final String NAME = "PBKDF2-SHA256";

    /** Enough for passwords of 59 random bits, which lapse: hundreds are made in one go. */
    static final int FEW_ROUNDS = 10_000;

    private static final int BITS = 256;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final int rounds;

    SlowHash(int rounds) {
        this.rounds = rounds;
    }

    @Override
    public String encrypt(String password) {
        return encrypt(password, rounds);
    }

    static String encrypt(String password, int rounds) {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        return rounds + ":" + encoded(salt) + ":" + encoded(hash(password, salt, rounds));
    }

    @Override
    public boolean check(String password, String kept) {
        String[] parts = kept.split(":");
        if (parts.length != 3) {
            return false;
        }
        byte[] salt = Base64.getDecoder().decode(parts[1]);
        return MessageDigest.isEqual(
                Base64.getDecoder().decode(parts[2]), hash(password, salt, Integer.parseInt(parts[0])));
    }

    @Override
    public String hashAlgorithmName() {
        return NAME;
    }

    /** Whether a password is kept as it would be today, as the column of the engine has it. */
    boolean isUpToDate(String column) {
        return column.startsWith("{" + NAME + "}" + rounds + ":");
    }

    private static byte[] hash(String password, byte[] salt, int rounds) {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, rounds, BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            spec.clearPassword();
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
