package fr.preau.kernel;

/**
 * Who a unit of work runs for. A signed-in person is one ({@code access.Principal}); the commands of the jar run as
 * {@link #OPERATOR}.
 */
public interface Actor {
    /**
     * The service itself, before anybody is known or for what belongs to nobody: no account, sees no audit, named
     * « système » in the journal.
     */
    Actor SYSTEM = () -> new AccountId(0);

    /**
     * Whoever runs a command of the jar, and the demonstration while it is made: no account, sees every audit. Never in
     * a request: a test keeps it out of the packages that answer them.
     */
    Actor OPERATOR = new Actor() {
        @Override
        public AccountId account() {
            return SYSTEM.account();
        }
    };

    AccountId account();
}
