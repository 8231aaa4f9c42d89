package fr.preau.access;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.web.Anyone;
import io.dropwizard.testing.junit5.ResourceExtension;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;

class RightsFeatureTest {
    /** An endpoint that says nobody's right. */
    @Path("/")
    public static final class Forgotten {
        @GET
        public String secret() {
            return "secret";
        }
    }

    /** An endpoint that says two. */
    @Path("/")
    public static final class Torn {
        @GET
        @Anyone
        @SignedIn
        public String secret() {
            return "secret";
        }
    }

    @Test
    void does_not_start_with_an_endpoint_that_says_nobodys_right() {
        assertThatThrownBy(() -> start(new Forgotten())).hasStackTraceContaining("Forgotten.secret");
    }

    @Test
    void does_not_start_with_an_endpoint_that_says_two() {
        assertThatThrownBy(() -> start(new Torn())).hasStackTraceContaining("Torn.secret");
    }

    private static void start(Object resource) throws Throwable {
        ResourceExtension service = ResourceExtension.builder()
                .addProvider(new RightsFeature())
                .addResource(resource)
                .build();
        try {
            service.before();
        } finally {
            service.after();
        }
    }
}
