package fr.preau.access;

import com.google.common.net.InetAddresses;
import fr.preau.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a sign-in comes from, for the throttle. What {@code X-Forwarded-For} says counts only as far as the proxies of
 * the configuration said it: anybody else could write any address there.
 */
public final class ThrottleAddress {
    private final List<Range> trusted;

    private ThrottleAddress(List<Range> trusted) {
        this.trusted = trusted;
    }

    /**
     * @param proxies addresses or CIDR ranges of the proxies before the service
     * @throws Refusal invalid, naming the entry that is neither
     */
    public static ThrottleAddress trusting(List<String> proxies) {
        return new ThrottleAddress(proxies.stream().map(Range::of).toList());
    }

    /** The nearest address that is not one of the trusted proxies'. */
    String of(HttpServletRequest request) {
        return of(request.getRemoteAddr(), request.getHeader("X-Forwarded-For"));
    }

    String of(String peer, @Nullable String forwardedFor) {
        String nearest = peer;
        List<String> hops = forwardedFor == null ? List.of() : Arrays.asList(forwardedFor.split(",", -1));
        for (int hop = hops.size() - 1; hop >= 0 && isTrusted(nearest); hop--) {
            String before = hops.get(hop).strip();
            if (!InetAddresses.isInetAddress(before)) {
                return nearest;
            }
            nearest = before;
        }
        return nearest;
    }

    private boolean isTrusted(String address) {
        if (!InetAddresses.isInetAddress(address)) {
            return false;
        }
        byte[] bytes = InetAddresses.forString(address).getAddress();
        return trusted.stream().anyMatch(range -> range.contains(bytes));
    }

    /** The addresses that share the first bits. */
    private record Range(InetAddress first, int bits) {
        static Range of(String text) {
            String[] parts = text.strip().split("/", 2);
            if (!InetAddresses.isInetAddress(parts[0])) {
                throw wrong(text);
            }
            InetAddress first = InetAddresses.forString(parts[0]);
            int longest = first.getAddress().length * Byte.SIZE;
            return new Range(first, parts.length == 1 ? longest : bits(text, parts[1], longest));
        }

        private static int bits(String text, String number, int longest) {
            try {
                int bits = Integer.parseInt(number);
                if (bits >= 0 && bits <= longest) {
                    return bits;
                }
            } catch (NumberFormatException e) {
                // told below, with the whole entry
            }
            throw wrong(text);
        }

        private static Refusal wrong(String text) {
            return Refusal.invalid("trustedProxies", "access.trustedProxies.form", text);
        }

        boolean contains(byte[] address) {
            byte[] start = first.getAddress();
            if (start.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >>> (bit % Byte.SIZE);
                if (((start[bit / Byte.SIZE] ^ address[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
