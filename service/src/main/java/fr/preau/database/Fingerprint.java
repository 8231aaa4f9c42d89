package fr.preau.database;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** How many bytes have gone through a stream, and their SHA-256. */
final class Fingerprint {
    private final MessageDigest digest;
    private long bytes;

    Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String of(byte[] whole) {
        Fingerprint print = new Fingerprint();
        print.take(whole, 0, whole.length);
        return print.sha256();
    }

    long bytes() {
        return bytes;
    }

    /** In hexadecimal; to be asked once, at the end. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Takes what is written on its way; closing it leaves the stream below open. */
    OutputStream over(OutputStream below) {
        return new FilterOutputStream(below) {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] some, int from, int length) throws IOException {
                take(some, from, length);
                out.write(some, from, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    /** Takes what is read on its way. */
    InputStream over(InputStream below) {
        return new FilterInputStream(below) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                int read = in.read(into, from, length);
                if (read > 0) {
                    take(into, from, read);
                }
                return read;
            }
        };
    }

    private void take(byte[] some, int from, int length) {
        digest.update(some, from, length);
        bytes += length;
    }
}
