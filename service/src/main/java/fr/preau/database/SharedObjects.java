package fr.preau.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.extension.ExtensionContext;
import org.jdbi.v3.core.extension.ExtensionFactory;
import org.jdbi.v3.core.extension.Extensions;
import org.jdbi.v3.core.extension.HandleSupplier;
import org.jdbi.v3.sqlobject.SqlObjectFactory;

/**
 * Makes one SQL object of an interface for all transactions, and lends it to each.
 *
 * <p>A handle copies its configuration from the {@link Jdbi} and forgets at its end what it learned. An interface that is
 * attached to it has the annotations, files, binders and mappers of all its methods read anew: three quarters of a save.
 * So the object is attached once, to whatever handle its caller has; {@code handle.attach} gives that, bound to the handle.
 */
final class SharedObjects implements ExtensionFactory {
    private final ExtensionFactory factory;
    private final Borrowed handles;
    private final Map<Class<?>, InvocationHandler> objects = new ConcurrentHashMap<>();

    /** @param jdbi that has its plugins */
    SharedObjects(Jdbi jdbi) {
        factory = jdbi.getConfig(Extensions.class)
                .findFactory(SqlObjectFactory.class)
                .orElseThrow();
        handles = new Borrowed(jdbi, new ThreadLocal<>());
    }

    @Override
    public boolean accepts(Class<?> type) {
        return factory.accepts(type);
    }

    @Override
    public Set<FactoryFlag> getFactoryFlags() {
        return EnumSet.of(FactoryFlag.DONT_USE_PROXY);
    }

    @Override
    public <E> E attach(Class<E> type, HandleSupplier handle) {
        InvocationHandler object =
                objects.computeIfAbsent(type, each -> Proxy.getInvocationHandler(factory.attach(each, handles)));
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, values) -> {
                    HandleSupplier before = handles.current().get();
                    handles.current().set(handle);
                    try {
                        return object.invoke(self, method, values);
                    } finally {
                        handles.current().set(before);
                    }
                }));
    }

    /** The handle of the call that the thread is in, with the configuration of all. */
    private record Borrowed(Jdbi jdbi, ThreadLocal<HandleSupplier> current) implements HandleSupplier {
        @Override
        public Handle getHandle() {
            return lender().getHandle();
        }

        @Override
        public Jdbi getJdbi() {
            return jdbi;
        }

        @Override
        public ConfigRegistry getConfig() {
            return jdbi.getConfig();
        }

        @Override
        public <V> V invokeInContext(ExtensionContext context, Callable<V> task) throws Exception {
            return lender().invokeInContext(context, task);
        }

        private HandleSupplier lender() {
            return Objects.requireNonNull(current.get(), "an SQL object is called without a handle");
        }
    }
}
