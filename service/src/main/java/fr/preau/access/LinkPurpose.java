package fr.preau.access;

import java.time.Duration;

/** What a one-time link lets its bearer do, and for how long. */
public enum LinkPurpose {
    /** Create the first administrator of an empty service. */
    FIRST(Duration.ofDays(7)),
    /** Choose the first password of an account, or bind it to who one is elsewhere. */
    INVITATION(Duration.ofDays(7)),
    /** Choose a new password. */
    RESET(Duration.ofHours(1));

    private final Duration life;

    LinkPurpose(Duration life) {
        this.life = life;
    }

    Duration life() {
        return life;
    }
}
