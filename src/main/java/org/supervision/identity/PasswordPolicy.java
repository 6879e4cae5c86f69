package org.supervision.identity;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.supervision.shared.DomainException;

/** Which passwords are good enough, and how those look that the application makes. */
final class PasswordPolicy {

    private static final int SHORTEST = 8;

    /** Longer ones are refused before they are hashed. */
    private static final int LONGEST = 100;

    /** Read from paper and typed on a telephone: nothing that looks like another. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz";

    private static final String SIGNS = LETTERS + "23456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    private PasswordPolicy() {}

    /** The length of any password. */
    static String length(@Nullable String password) {
        if (password == null || password.length() < SHORTEST || password.length() > LONGEST) {
            throw DomainException.invalidField("password", "identity.error.password", SHORTEST, LONGEST);
        }
        return password;
    }

    /**
     * A password its owner has thought of: any signs, but none of those tried first and not soon guessed.
     *
     * @param own words others would try first: the username, names of person, unit and government
     */
    static String chosen(@Nullable String password, Collection<String> own) {
        String checked = length(password);
        if (GuessablePasswords.isCommon(checked)) {
            throw DomainException.invalidField("password", "identity.error.password-common");
        }
        if (GuessablePasswords.isSoonGuessed(checked, own)) {
            throw DomainException.invalidField("password", "identity.error.password-weak");
        }
        return checked;
    }

    /** Twelve signs in groups of four, 59 bits: enough for the days it is good for. */
    static String readable() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            password.append(i > 0 && i % 4 == 0 ? "-" : "");
            password.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return password.toString();
    }

    /** One that is told to nobody. */
    static String unknown() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
