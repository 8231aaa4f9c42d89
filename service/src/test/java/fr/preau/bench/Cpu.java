package fr.preau.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Processor time of the service and of its PostgreSQL, out of Linux's {@code /proc}; elsewhere always 0.
 *
 * @param service process id
 * @param postmaster process id of PostgreSQL, 0 when it runs on another machine
 */
record Cpu(long service, long postmaster) {
    private static final double TICKS = 100;

    /** Cores kept busy, 1 for a whole one. */
    record Share(double service, double postgres) {}

    /** Seconds used so far. */
    record Used(double service, double postgres, long at) {
        Share since(Used before) {
            double seconds = (at - before.at) / 1e9;
            return new Share((service - before.service) / seconds, (postgres - before.postgres) / seconds);
        }
    }

    Used used() throws IOException {
        double postgres = 0;
        if (postmaster > 0 && Files.isDirectory(Path.of("/proc"))) {
            try (Stream<Path> all = Files.list(Path.of("/proc"))) {
                for (Path one : (Iterable<Path>) all.filter(Cpu::isProcess)::iterator) {
                    postgres += ofServer(one);
                }
            }
        }
        return new Used(seconds(fields(Path.of("/proc", Long.toString(service))), 11), postgres, System.nanoTime());
    }

    /** Of the postmaster, with its children that are gone, or of one of its children. */
    private double ofServer(Path process) {
        String[] fields = fields(process);
        if (process.endsWith(Long.toString(postmaster))) {
            return seconds(fields, 11) + seconds(fields, 13);
        }
        return fields.length > 1 && fields[1].equals(Long.toString(postmaster)) ? seconds(fields, 11) : 0;
    }

    private static boolean isProcess(Path path) {
        return path.getFileName().toString().chars().allMatch(Character::isDigit);
    }

    /** What follows the name in {@code stat}; empty for a process that is gone. */
    private static String[] fields(Path process) {
        try {
            String stat = Files.readString(process.resolve("stat"));
            return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        } catch (IOException gone) {
            return new String[0];
        }
    }

    private static double seconds(String[] fields, int first) {
        return fields.length <= first + 1
                ? 0
                : (Long.parseLong(fields[first]) + Long.parseLong(fields[first + 1])) / TICKS;
    }
}
