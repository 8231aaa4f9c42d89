package fr.preau.access;

import fr.preau.web.Anyone;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Set;

/**
 * Puts a {@link Gate} before every endpoint by its annotation. The service does not start with an endpoint that bears
 * none of {@link Anyone}, {@link SignedIn} and {@link HasRole}: openness is written down, never an oversight.
 */
@Provider
final class RightsFeature implements DynamicFeature {
    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        // Jersey's own answer to OPTIONS tells the methods of an address and nothing else.
        if (resource.getResourceClass().getName().startsWith("org.glassfish.jersey.")) {
            return;
        }
        Method method = resource.getResourceMethod();
        HasRole role = method.getAnnotation(HasRole.class);
        boolean signedIn = method.isAnnotationPresent(SignedIn.class);
        boolean open = method.isAnnotationPresent(Anyone.class);
        if ((role != null ? 1 : 0) + (signedIn ? 1 : 0) + (open ? 1 : 0) > 1) {
            throw new IllegalStateException(method + " bears several rights: keep one");
        }
        if (role != null) {
            context.register(new Gate(Set.of(role.value())));
            return;
        }
        if (signedIn) {
            context.register(new Gate(Set.of()));
            return;
        }
        if (!open && !resource.getResourceClass().isAnnotationPresent(Anyone.class)) {
            throw new IllegalStateException(
                    method + " says nobody's right: annotate it with @Anyone, @SignedIn or @HasRole");
        }
    }
}
