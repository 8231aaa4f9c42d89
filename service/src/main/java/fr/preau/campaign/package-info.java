/**
 * Campaigns: who asks which schools what, between which days. {@link fr.preau.campaign.Campaigns} prepares one and fixes
 * what it asks when it opens; the audits themselves, their opening and the pages belong to {@code fr.preau.audit}.
 */
package fr.preau.campaign;
