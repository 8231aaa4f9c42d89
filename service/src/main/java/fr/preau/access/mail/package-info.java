/**
 * Mail by SMTP: the server's settings and one message sent. Entry class {@link fr.preau.access.mail.Smtp}. It knows
 * neither accounts nor links, keeps nothing, and speaks in the clear to its own machine alone.
 */
package fr.preau.access.mail;
