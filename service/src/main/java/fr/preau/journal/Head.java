package fr.preau.journal;

import java.nio.charset.StandardCharsets;

/**
 * Where the chain stands: what is signed, so that whoever holds a signed head knows all that lay before it.
 *
 * @param position number of entries sealed, 0 when there is none
 * @param hash in hexadecimal
 */
public record Head(long position, String hash) {
    static final Head START = new Head(0, SealedEntry.START);

    byte[] signedBytes() {
        return ("preau journal head\n" + position + "\n" + hash).getBytes(StandardCharsets.UTF_8);
    }
}
