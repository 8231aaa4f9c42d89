/**
 * What every page and reply shares: {@link fr.preau.web.View} and its writer, the {@link fr.preau.web.Viewer} that a
 * template speaks to, the sentences of {@link fr.preau.web.Messages}, problems told as a page or as JSON, the headers
 * that protect a browser, and the assets. Entry: {@link fr.preau.web.Web}, which registers the lot.
 *
 * <p>It knows no person and no right: an upper layer puts the viewer into the request. Invariant: no reply carries an
 * exception's text, and two replies of 404 differ by their request id alone.
 */
@NullMarked
package fr.preau.web;

import org.jspecify.annotations.NullMarked;
