package fr.preau.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.kernel.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThrottleAddressTest {
    private static final ThrottleAddress PROXIED =
            ThrottleAddress.trusting(List.of("127.0.0.1", "10.0.1.0/24", "2001:db8::/32"));

    @Test
    void believes_nobody_about_where_they_come_from_without_a_trusted_proxy() {
        ThrottleAddress alone = ThrottleAddress.trusting(List.of());
        assertThat(alone.of("198.51.100.7", "203.0.113.1")).isEqualTo("198.51.100.7");
        assertThat(PROXIED.of("198.51.100.7", "203.0.113.1")).isEqualTo("198.51.100.7");
        assertThat(PROXIED.of("10.0.2.1", "203.0.113.1")).isEqualTo("10.0.2.1");
    }

    @Test
    void takes_the_last_address_that_no_trusted_proxy_bears() {
        assertThat(PROXIED.of("127.0.0.1", "203.0.113.1")).isEqualTo("203.0.113.1");
        assertThat(PROXIED.of("127.0.0.1", "192.0.2.99, 203.0.113.1, 10.0.1.200"))
                .isEqualTo("203.0.113.1");
        assertThat(PROXIED.of("2001:db8::5", "2001:db9::1")).isEqualTo("2001:db9::1");
        assertThat(PROXIED.of("127.0.0.1", null)).isEqualTo("127.0.0.1");
    }

    @Test
    void stops_at_what_is_no_address() {
        assertThat(PROXIED.of("127.0.0.1", "203.0.113.1, unknown")).isEqualTo("127.0.0.1");
        assertThat(PROXIED.of("127.0.0.1", "")).isEqualTo("127.0.0.1");
        assertThat(PROXIED.of("127.0.0.1", "evil.example")).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "proxy.local", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "10.0.0", "::/129"})
    void refuses_an_entry_that_is_no_address_nor_range(String entry) {
        assertThatThrownBy(() -> ThrottleAddress.trusting(List.of(entry))).isInstanceOf(Refusal.class);
    }
}
