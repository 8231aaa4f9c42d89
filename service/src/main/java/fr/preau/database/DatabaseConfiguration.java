package fr.preau.database;

import fr.preau.kernel.Setting;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;

/**
 * The {@code database} part of {@code config.yml}: a directory for the embedded server, or the URL of another one.
 *
 * <p>A URL that is not blank wins and no server is started. Passwords are for that case only and come from the
 * environment; the embedded server makes its own. An empty value in the file means the default.
 */
public final class DatabaseConfiguration {
    @Setting
    private Path directory = Path.of("data");

    @Setting
    private String url = "";

    @NotBlank
    @Setting
    private String user = "preau_service";

    @Setting
    private String password = "";

    @NotBlank
    @Setting
    private String ownerUser = "preau_owner";

    @Setting
    private String ownerPassword = "";

    @Min(0)
    @Setting
    private int minConnections = 2;

    @Min(1)
    @Max(50)
    @Setting
    private int maxConnections = 16;

    /** Defaults, with the embedded server's data in this directory. */
    public static DatabaseConfiguration embedded(Path directory) {
        DatabaseConfiguration configuration = new DatabaseConfiguration();
        configuration.directory = directory;
        return configuration;
    }

    /** Defaults, on the server of this JDBC URL, with the passwords of {@code preau_service} and {@code preau_owner}. */
    public static DatabaseConfiguration external(String url, String password, String ownerPassword) {
        DatabaseConfiguration configuration = new DatabaseConfiguration();
        configuration.url = url;
        configuration.password = password;
        configuration.ownerPassword = ownerPassword;
        return configuration;
    }

    /** The same with another directory: the demonstration keeps its data apart. */
    public DatabaseConfiguration withDirectory(Path other) {
        DatabaseConfiguration copy = new DatabaseConfiguration();
        copy.directory = other;
        copy.url = url;
        copy.user = user;
        copy.password = password;
        copy.ownerUser = ownerUser;
        copy.ownerPassword = ownerPassword;
        copy.minConnections = minConnections;
        copy.maxConnections = maxConnections;
        return copy;
    }

    /** Where the embedded server keeps everything; unused on an external one. */
    public Path directory() {
        return directory;
    }

    /** Whether a URL was given, so that no server is started. */
    public boolean isExternal() {
        return !url.isBlank();
    }

    String url() {
        return url.strip();
    }

    Login service() {
        return new Login(user, password);
    }

    Login owner() {
        return new Login(ownerUser, ownerPassword);
    }

    int minConnections() {
        return Math.min(minConnections, maxConnections);
    }

    int maxConnections() {
        return maxConnections;
    }
}
