package fr.preau.edition;

import java.util.List;

/** What an earlier edition let know of a campaign, and what it hid: published once, known for good. */
record Published(List<Stratum> strata, List<Decision> decisions) {
    Published {
        strata = List.copyOf(strata);
        decisions = List.copyOf(decisions);
    }
}
