package fr.preau.access;

import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Holds everybody to a number of requests a minute: each session, each token, and each address of those who are nobody.
 * Counts live in memory and are forgotten with their minute, so that they can't grow; {@link Throttle} is what slows
 * guessers down.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION + 1)
public final class RateLimit implements ContainerRequestFilter {
    private static final long MINUTE = 60;

    private final int most;
    private final SessionCookie cookie;
    private final ThrottleAddress addresses;
    private final InstantSource clock;
    private final AtomicReference<Window> current = new AtomicReference<>(new Window(0));

    @Context
    private @Nullable HttpServletRequest servlet;

    /**
     * @param most requests a minute
     * @param addresses tells where a request without session nor token comes from
     */
    public RateLimit(int most, SessionCookie cookie, ThrottleAddress addresses, InstantSource clock) {
        this.most = most;
        this.cookie = cookie;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** How many requests of each in one minute. */
    private record Window(long minute, Map<String, AtomicInteger> counts) {
        Window(long minute) {
            this(minute, new ConcurrentHashMap<>());
        }

        int count(String whose) {
            return counts.computeIfAbsent(whose, anew -> new AtomicInteger()).incrementAndGet();
        }
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (RequestKind.of(request) != RequestKind.ASSET) {
            enter(whose(request));
        }
    }

    /**
     * Counts a request.
     *
     * @throws Refusal too fast, with the seconds to wait
     */
    void enter(String whose) {
        long second = clock.instant().getEpochSecond();
        long minute = second / MINUTE;
        Window window = current.updateAndGet(last -> last.minute() == minute ? last : new Window(minute));
        if (window.count(whose) > most) {
            throw new Refusal(new Problem.TooFast(most, MINUTE - second % MINUTE));
        }
    }

    /** A secret that is nobody's counts for its address: one could make up as many as one likes. */
    private String whose(ContainerRequestContext request) {
        if (PrincipalFilter.of(request) == null) {
            return "address:" + addresses.of(Objects.requireNonNull(servlet, "within a request"));
        }
        String secret = RequestKind.of(request) == RequestKind.API
                ? request.getHeaderString(HttpHeaders.AUTHORIZATION)
                : cookie.read(request).map(Secret::text).orElse("");
        return new Secret(secret).derive("rate");
    }
}
