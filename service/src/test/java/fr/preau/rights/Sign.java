package fr.preau.rights;

import java.net.http.HttpResponse;

/** A reply in one character, as the matrix writes it. */
enum Sign {
    DONE('+'),
    NOT_FOUND('.'),
    FORBIDDEN('-'),
    REFUSED('!'),
    SIGN_IN('?'),
    FAULT('#');

    final char letter;

    Sign(char letter) {
        this.letter = letter;
    }

    static Sign of(HttpResponse<?> reply, boolean nobody) {
        int status = reply.statusCode();
        String location = reply.headers().firstValue("Location").orElse("");
        if (status == 401 || (nobody && status == 303 && location.startsWith("/connexion"))) {
            return SIGN_IN;
        }
        if (status < 400) {
            return DONE;
        }
        return switch (status) {
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            default -> status < 500 ? REFUSED : FAULT;
        };
    }
}
