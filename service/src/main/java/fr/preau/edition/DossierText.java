package fr.preau.edition;

import fr.preau.kernel.DossierId;

/** A dossier as it is kept: its JSON, and the digest of it. */
public record DossierText(DossierId id, String content, String sha256) {}
