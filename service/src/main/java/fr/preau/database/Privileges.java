package fr.preau.database;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * As whom PostgreSQL runs, since it refuses to run as root.
 *
 * <p>An ordinary user runs it as itself. Root runs it in a user namespace of its own, where it is nobody and still owns
 * its files; where namespaces are off, as the user {@code nobody}, which is then given the directory. A directory that
 * belongs to somebody else already is served as that user.
 */
record Privileges(List<String> prefix, int user, int group) {
    private static final int NOBODY = 65534;
    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    private static final List<String> UNTIL_PARENT_ENDS = List.of("setsid", "setpriv", "--pdeathsig", "INT");

    Privileges {
        prefix = List.copyOf(prefix);
    }

    static Privileges over(Path directory) throws IOException {
        int me = number(Path.of("/proc/self"), "uid");
        int user = number(directory, "uid");
        int group = number(directory, "gid");
        if (me != 0) {
            return new Privileges(List.of(), me, group);
        }
        if (user != 0) {
            return as(user, group);
        }
        if (Command.works(with(NAMESPACE, List.of("true")))) {
            return new Privileges(NAMESPACE, user, group);
        }
        return as(NOBODY, NOBODY);
    }

    /** Root becomes this user before it starts PostgreSQL. */
    static Privileges as(int user, int group) {
        return new Privileges(List.of("setpriv", "--reuid=" + user, "--regid=" + group, "--clear-groups"), user, group);
    }

    /** The command as that user. */
    List<String> wrap(List<String> command) {
        return with(prefix, command);
    }

    /**
     * The same for the server: apart from the terminal, whose Ctrl-C is for us alone, and stopped by the kernel when
     * the thread that started it ends, even by {@code kill -9}. A system without these programs leaves it an orphan
     * then, which the next start finds and stops.
     */
    List<String> wrapServer(List<String> command) {
        boolean able = Command.works(with(UNTIL_PARENT_ENDS, List.of("true")));
        return wrap(able ? with(UNTIL_PARENT_ENDS, command) : command);
    }

    /**
     * Gives that user everything below the directory that is not its own yet. A file may go meanwhile: the server of a
     * service that was killed can still be on its way out.
     */
    void give(Path directory) throws IOException {
        if (number(Path.of("/proc/self"), "uid") != 0) {
            return;
        }
        Files.walkFileTree(directory, new Giving());
    }

    private final class Giving extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) throws IOException {
            return visitFile(path, attributes);
        }

        @Override
        public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
            try {
                if (!attributes.isSymbolicLink() && number(path, "uid") != user) {
                    Files.setAttribute(path, "unix:uid", user);
                    Files.setAttribute(path, "unix:gid", group);
                }
            } catch (NoSuchFileException gone) {
                return FileVisitResult.CONTINUE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path path, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }
    }

    private static int number(Path path, String attribute) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:" + attribute);
    }

    private static List<String> with(List<String> prefix, List<String> command) {
        List<String> words = new ArrayList<>(prefix);
        words.addAll(command);
        return words;
    }
}
