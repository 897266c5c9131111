package it.milanoaiuta.platform.data.cipher;

/**
 * Derives keys for several purposes from one: the first block of HKDF-Expand with SHA-256 (RFC 5869, 2.3). Nothing is extracted
 * first, because what it starts from is random already.
 */
public final class Hkdf {

    private static final byte[] FIRST_BLOCK = {1};

    private Hkdf() {}

    /**
     * @param key 32 random bytes
     * @param purpose RFC 5869's info
     * @return 32 bytes, which tell nothing of the key or of what is derived for another purpose
     */
    public static byte[] expand(byte[] key, byte[] purpose) {
        return Hmac.of(key, purpose, FIRST_BLOCK);
    }
}
