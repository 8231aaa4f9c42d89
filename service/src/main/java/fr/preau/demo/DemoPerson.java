package fr.preau.demo;

import fr.preau.access.Accounts;
import fr.preau.access.DemoButton;
import fr.preau.access.DemoSignIn;
import fr.preau.kernel.Actor;
import fr.preau.kernel.Message;
import fr.preau.kernel.Refusal;
import java.util.Arrays;
import java.util.List;

/**
 * The people whom one can play: one button each on the sign-in page of the demonstration, in this order. They have no
 * password, so that there is none to copy and none to find.
 */
public enum DemoPerson {
    DSI("dsi", "Agent de la DSI"),
    TOWN_HALL("mairie", "Agent de la mairie"),
    HEAD("direction", "Direction du collège Les Embruns"),
    OFFICER("securite", "Responsable de la sécurité de l’académie"),
    STATE_AGENT("academie", "Agent numérique de l’académie"),
    MINISTRY("ministere", "Suivi national, ministère"),
    GROUP("groupe", "Groupe de travail, pour les collectivités"),
    ADMINISTRATOR("administration", "Administration de Préau");

    private final String key;
    private final String personName;

    DemoPerson(String key, String personName) {
        this.key = key;
        this.personName = personName;
    }

    /**
     * The buttons of the sign-in page and the account behind each. For the command {@code demo} alone, which listens to
     * this machine only: a service with real data must never have it.
     */
    public static DemoSignIn signIn(Accounts accounts) {
        List<DemoButton> buttons = Arrays.stream(values())
                .map(person -> new DemoButton(person.key, person.label(), person.awaits()))
                .toList();
        return new DemoSignIn(buttons, key -> accounts.byEmail(Actor.SYSTEM, of(key).email()));
    }

    /** Refuses, as not found, a key that is nobody's. */
    private static DemoPerson of(String key) {
        return Arrays.stream(values())
                .filter(person -> person.key.equals(key))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** Who it is, for the button. */
    private Message label() {
        return Message.of("demo.person." + key);
    }

    /** What awaits that person, in a sentence. */
    private Message awaits() {
        return Message.of("demo.person." + key + ".awaits");
    }

    /** The name on the account: a function, never a person's. */
    String personName() {
        return personName;
    }

    String email() {
        return key + "@exemple.invalid";
    }
}
