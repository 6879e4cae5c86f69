package org.supervision.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A seal is computed as it is described, from every field, and with known algorithms. */
class SealTests {

    private static final Instant AT = Instant.parse("2026-03-02T01:30:00.123456Z");

    private final StoredEntry entry =
            new StoredEntry(7, "city", AT, "officer", "Zhang", "submit-report", "reporting-cycle", "c-1", "{}");

    /** From the standards GB/T 32905 (annex A) and FIPS 180. */
    @ParameterizedTest
    @CsvSource({
        "SM3, abc, 66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
        "SM3, abcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcd,"
                + " debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732",
        "SHA_256, abc, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    })
    void digestsAreThoseOfTheStandards(SealAlgorithm algorithm, String text, String expected) {
        byte[] digest = algorithm.digest().digest(text.getBytes(StandardCharsets.UTF_8));

        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(expected);
    }

    /** Whoever verifies with other tools computes the same: {@code printf '\0\0\0\0\0\0\0\4city…' | sha256sum}. */
    @Test
    void aSealIsTheHashOfItsFieldsEachAfterItsLength() throws Exception {
        var bytes = new java.io.ByteArrayOutputStream();
        var fields = new java.io.DataOutputStream(bytes);
        for (String field : new String[] {
            "",
            "city",
            "1",
            "2026-03-02T01:30:00.123456Z",
            "7",
            "city",
            "2026-03-02T01:30:00.123456Z",
            "officer",
            null,
            "submit-report",
            "reporting-cycle",
            "c-1",
            "{\"a\":{\"after\":null,\"before\":\"x\"},\"b\":1}"
        }) {
            fields.writeInt(field == null ? -1 : field.length());
            fields.writeBytes(field == null ? "" : field);
        }
        StoredEntry stored = new StoredEntry(
                7,
                "city",
                AT,
                "officer",
                null,
                "submit-report",
                "reporting-cycle",
                "c-1",
                "{\"b\": 1, \"a\": {\"before\": \"x\", \"after\": null}}");

        assertThat(Seal.of(stored, "city", 1, Seal.NOTHING_BEFORE, SealAlgorithm.SHA_256, AT)
                        .hash())
                .isEqualTo(HexFormat.of()
                        .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                                .digest(bytes.toByteArray())));
    }

    @Test
    void everyFieldCounts() {
        Set<String> hashes = new HashSet<>();
        for (StoredEntry other : new StoredEntry[] {
            entry,
            new StoredEntry(8, "city", AT, "officer", "Zhang", "submit-report", "reporting-cycle", "c-1", "{}"),
            new StoredEntry(7, "town", AT, "officer", "Zhang", "submit-report", "reporting-cycle", "c-1", "{}"),
            new StoredEntry(7, null, AT, "officer", "Zhang", "submit-report", "reporting-cycle", "c-1", "{}"),
            new StoredEntry(
                    7, "city", AT.plusNanos(1000), "officer", "Zhang", "submit-report", "reporting-cycle", "c-1", "{}"),
            new StoredEntry(7, "city", AT, "chief", "Zhang", "submit-report", "reporting-cycle", "c-1", "{}"),
            new StoredEntry(7, "city", AT, "officer", null, "submit-report", "reporting-cycle", "c-1", "{}"),
            new StoredEntry(7, "city", AT, "officer", "", "submit-report", "reporting-cycle", "c-1", "{}"),
            // the same letters in other fields
            new StoredEntry(7, "city", AT, "officerZ", "hang", "submit-report", "reporting-cycle", "c-1", "{}"),
            new StoredEntry(7, "city", AT, "officer", "Zhang", "submit", "-reportreporting-cycle", "c-1", "{}"),
            new StoredEntry(7, "city", AT, "officer", "Zhang", "submit-report", "reporting-cycle", "c-2", "{}"),
            new StoredEntry(7, "city", AT, "officer", "Zhang", "submit-report", "reporting-cycle", "c-1", "{\"a\":1}"),
            new StoredEntry(
                    7, "city", AT, "officer", "Zhang", "submit-report", "reporting-cycle", "c-1", "{}", "10.0.0.1"),
            new StoredEntry(
                    7, "city", AT, "officer", "Zhang", "submit-report", "reporting-cycle", "c-1", "{}", "10.0.0.2")
        }) {
            hashes.add(seal(other, "city", 1, "").hash());
        }
        hashes.add(seal(entry, "town", 1, "").hash());
        hashes.add(seal(entry, "city", 2, "").hash());
        hashes.add(seal(entry, "city", 1, "aa").hash());
        hashes.add(Seal.of(entry, "city", 1, "", SealAlgorithm.SHA_256, AT.plusNanos(1000))
                .hash());
        hashes.add(Seal.of(entry, "city", 1, "", SealAlgorithm.SM3, AT).hash());

        assertThat(hashes).hasSize(19);
    }

    @Test
    void whatIsNoJsonOfOursIsSealedAsItStands() {
        String deep = "[".repeat(5000) + "]".repeat(5000);
        StoredEntry odd = new StoredEntry(7, "city", AT, "officer", null, "act", "type", "id", deep);
        Seal seal = seal(odd, "city", 1, "");

        assertThat(seal.isOf(odd, 1, "")).isTrue();
        assertThat(seal.isOf(
                        new StoredEntry(7, "city", AT, "officer", null, "act", "type", "id", deep.substring(1)), 1, ""))
                .isFalse();
    }

    @Test
    void anAlgorithmNobodyKnowsFitsNothing() {
        Seal seal = seal(entry, "city", 1, "");

        assertThat(new Seal("city", 1, 7, "MD5", seal.hash(), AT).isOf(entry, 1, ""))
                .isFalse();
    }

    private static Seal seal(StoredEntry entry, String chain, long position, String before) {
        return Seal.of(entry, chain, position, before, SealAlgorithm.SHA_256, AT);
    }
}
