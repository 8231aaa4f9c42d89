package fr.preau.walk;

import fr.preau.Visitor;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Saves the answers of one audit over and over, numbering them, and remembers each number that was acknowledged. */
final class Saver implements Runnable {
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
    private static final Pattern COMMENT = Pattern.compile("<textarea[^>]*>n°(\\d+)</textarea>");

    /** The service may have been started again elsewhere: asked anew for each request. */
    private final Supplier<Visitor> visitor;

    private final String audit;
    private final List<String> controls;
    private final Map<String, Integer> acknowledged = new HashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private int number;
    private volatile boolean stopped;

    Saver(Supplier<Visitor> visitor, String audit, List<String> controls) {
        this.visitor = visitor;
        this.audit = audit;
        this.controls = List.copyOf(controls);
    }

    /** What a page shows of a control: the version and the number in its comment, 0 when there is none. */
    record Seen(int version, int number) {}

    /** Begins to save, or goes on after a stop. */
    Thread start() {
        stopped = false;
        Thread thread = new Thread(this);
        thread.start();
        return thread;
    }

    @Override
    public void run() {
        while (!stopped) {
            number++;
            String control = controls.get(number % controls.size());
            try {
                Seen seen = seen(control);
                if (save(control, seen.version(), number)) {
                    acknowledged.put(control, number);
                    count.incrementAndGet();
                }
            } catch (UncheckedIOException | IllegalStateException unanswered) {
                pause();
            }
        }
    }

    void stop() {
        stopped = true;
    }

    int count() {
        return count.get();
    }

    /** The last number acknowledged for each control. */
    Map<String, Integer> acknowledged() {
        return acknowledged;
    }

    Seen seen(String control) {
        HttpResponse<String> page = visitor.get().get(path(control));
        Matcher version = VERSION.matcher(page.body());
        if (page.statusCode() != 200 || !version.find()) {
            throw new IllegalStateException("status " + page.statusCode());
        }
        Matcher comment = COMMENT.matcher(page.body());
        return new Seen(Integer.parseInt(version.group(1)), comment.find() ? Integer.parseInt(comment.group(1)) : 0);
    }

    private boolean save(String control, int version, int number) {
        Map<String, String> form = Map.of(
                "verdict",
                number % 2 == 0 ? "CONFORME" : "PARTIEL",
                "comment",
                "n°" + number,
                "version",
                Integer.toString(version));
        return visitor.get().post(path(control), form).statusCode() == 303;
    }

    private String path(String control) {
        return "/audits/" + audit + "/mesures/" + control;
    }

    static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
