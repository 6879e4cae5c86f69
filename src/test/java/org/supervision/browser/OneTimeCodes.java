package org.supervision.browser;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What an authenticator shows (RFC 6238, six digits, thirty seconds). */
final class OneTimeCodes {

    private OneTimeCodes() {}

    static String at(String secret, Instant time) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "RAW"));
        byte[] hash = mac.doFinal(
                ByteBuffer.allocate(8).putLong(time.getEpochSecond() / 30).array());
        int from = hash[hash.length - 1] & 15;
        int number = ByteBuffer.wrap(hash, from, 4).getInt() & 0x7fffffff;
        return "%06d".formatted(number % 1_000_000);
    }
}
