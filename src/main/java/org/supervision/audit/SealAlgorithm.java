package org.supervision.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** What seals are computed with; each seal names its own, so that another one can be chosen at any time. */
public enum SealAlgorithm {
    SHA_256("SHA-256"),
    /** GB/T 32905, of the commercial cryptography of China. */
    SM3("SM3");

    private final String code;

    SealAlgorithm(String code) {
        this.code = code;
    }

    /** As seals name it. */
    public String code() {
        return code;
    }

    static Optional<SealAlgorithm> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }

    MessageDigest digest() {
        try {
            return this == SM3
                    ? MessageDigest.getInstance(code, Provider.BOUNCY_CASTLE)
                    : MessageDigest.getInstance(code);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Loaded by those who need it. */
    private static class Provider {
        static final java.security.Provider BOUNCY_CASTLE = new BouncyCastleProvider();
    }
}
