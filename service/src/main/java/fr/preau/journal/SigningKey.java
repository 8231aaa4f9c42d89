package fr.preau.journal;

import fr.preau.kernel.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * An Ed25519 key of the service's: one signs the heads of the journal, which whoever owns the database can't rebuild;
 * another the files of livrables, which whoever receives one can verify.
 *
 * <p>Two files: the private key, 0600, and the public one beside it ({@code .pub}), which is all that verifying needs.
 */
public final class SigningKey {
    private static final String ALGORITHM = "Ed25519";
    private static final String PUBLIC = ".pub";

    private final PublicKey open;
    private final @Nullable PrivateKey secret;

    private SigningKey(PublicKey open, @Nullable PrivateKey secret) {
        this.open = open;
        this.secret = secret;
    }

    /** Reads the key, or makes it when there is none yet. */
    public static SigningKey prepare(Path file) {
        try {
            if (Files.notExists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
                write(beside(file), pair.getPublic(), "rw-r--r--");
                write(file, pair.getPrivate(), "rw-------");
            }
            PrivateKey secret = KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(read(file)));
            return new SigningKey(open(file).open, secret);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw unreadable(file, e);
        }
    }

    /** The public key alone, to verify. */
    public static SigningKey open(Path file) {
        try {
            PublicKey open =
                    KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(read(beside(file))));
            return new SigningKey(open, null);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw unreadable(beside(file), e);
        }
    }

    /** A public key by its own file, as it is handed to others. */
    public static SigningKey published(Path file) {
        String name = file.getFileName().toString();
        return open(
                file.resolveSibling(name.endsWith(PUBLIC) ? name.substring(0, name.length() - PUBLIC.length()) : name));
    }

    /** The public key in PEM, to hand to others. */
    public String pem() {
        return pem(open);
    }

    /** Short name of the key: the beginning of its digest. */
    public String id() {
        return HexFormat.of().formatHex(Sha256.of(open.getEncoded())).substring(0, 16);
    }

    String sign(Head head) {
        return sign(head.signedBytes());
    }

    boolean signed(Head head, String signature) {
        return signed(head.signedBytes(), signature);
    }

    /** The signature of bytes, base64url. */
    public String sign(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("only the public key was read", e);
        }
    }

    /** Whether this key made that signature of these bytes. */
    public boolean signed(byte[] bytes, String signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(open);
            check.update(bytes);
            return check.verify(Base64.getUrlDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + PUBLIC);
    }

    private static byte[] read(Path file) throws IOException {
        return Base64.getMimeDecoder().decode(Files.readString(file).replaceAll("-----[^-]+-----", ""));
    }

    /** In PEM, all or nothing, with its permissions from the first byte on. */
    private static void write(Path file, Key key, String permissions) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)));
        Files.writeString(unfinished, pem(key));
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String pem(Key key) {
        String name = key instanceof PrivateKey ? "PRIVATE KEY" : "PUBLIC KEY";
        return "-----BEGIN " + name + "-----\n" + Base64.getEncoder().encodeToString(key.getEncoded()) + "\n-----END "
                + name + "-----\n";
    }

    private static Refusal unreadable(Path file, Exception cause) {
        return Refusal.conflict(
                "journal.key.unreadable", file.toString(), cause.getClass().getSimpleName());
    }
}
