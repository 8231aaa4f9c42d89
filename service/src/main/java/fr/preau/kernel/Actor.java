package fr.preau.kernel;

/**
 * Who a unit of work runs for. A signed-in person is one ({@code access.Principal}); the commands of the jar run as
 * {@link #SYSTEM}.
 */
public interface Actor {
    /** The commands and the service itself: no account, sees all, named « système » in the journal. */
    Actor SYSTEM = () -> new AccountId(0);

    AccountId account();
}
