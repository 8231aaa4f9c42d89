package fr.preau.territory;

import fr.preau.kernel.Message;

/**
 * What the import has to say of one line of the file.
 *
 * @param line number of the line as an editor shows it, the header being line 1
 * @param uai the identifier as the file writes it, empty when it has none
 */
public record Remark(int line, String uai, Message reason) {}
