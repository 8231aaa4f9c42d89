package fr.preau.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stylesheet, scripts, fonts and pictures, held in memory under one version: the digest of them all.
 *
 * <p>The version is part of their address, so a browser may keep them for ever and a new release is seen at once. The
 * sheets of {@code css/} leave as one, {@code css/preau.css}, with their imports put in place.
 */
public final class Assets {
    private static final String WEBJARS = "META-INF/resources/webjars/";
    private static final String SHEET = "css/preau.css";
    private static final Map<String, String> FROM_LIBRARIES = Map.of(
            "css/pico.min.css", WEBJARS + "picocss__pico/2.1.1/css/pico.min.css",
            "js/htmx.min.js", WEBJARS + "htmx.org/2.0.10/dist/htmx.min.js");
    private static final Pattern IMPORT = Pattern.compile("@import url\\(\"([a-z.-]+)\"\\)(?: layer\\(([a-z]+)\\))?;");

    private final Map<String, byte[]> files;
    private final String version;

    private Assets(Map<String, byte[]> files) {
        this.files = Map.copyOf(files);
        this.version = digest(new TreeMap<>(files));
    }

    /** Reads them out of the jar or the compiled classes. */
    public static Assets load() {
        Map<String, byte[]> files = new TreeMap<>();
        Folder.files("assets").forEach(name -> files.put(name, Folder.read("assets/" + name)));
        FROM_LIBRARIES.forEach((name, path) -> files.put(name, Folder.read(path)));
        files.put(SHEET, whole(files));
        return new Assets(files);
    }

    /** Address of a file by its name, such as {@code "css/preau.css"}; an unknown name throws. */
    public String url(String name) {
        if (!files.containsKey(name)) {
            throw new IllegalArgumentException("no asset " + name + ": put it into src/main/resources/assets");
        }
        return "/assets/" + version + "/" + name;
    }

    Optional<byte[]> content(String name) {
        return Optional.ofNullable(files.get(name));
    }

    String version() {
        return version;
    }

    private static byte[] whole(Map<String, byte[]> files) {
        Matcher imports = IMPORT.matcher(text(files, SHEET));
        return imports.replaceAll(found -> Matcher.quoteReplacement(inPlace(files, found)))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String inPlace(Map<String, byte[]> files, MatchResult found) {
        String sheet = text(files, "css/" + found.group(1)).replaceFirst("^@charset \"UTF-8\";", "");
        return found.group(2) == null ? sheet : "@layer " + found.group(2) + "{" + sheet + "}";
    }

    private static String text(Map<String, byte[]> files, String name) {
        byte[] content = files.get(name);
        if (content == null) {
            throw new IllegalStateException(SHEET + " imports " + name + ", which is missing");
        }
        return new String(content, StandardCharsets.UTF_8);
    }

    private static String digest(Map<String, byte[]> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((name, content) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            });
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
