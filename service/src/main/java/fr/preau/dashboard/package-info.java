/**
 * Read models for every level: {@link fr.preau.dashboard.Dashboards} for the units that one's grants reach, {@link
 * fr.preau.dashboard.Benchmarks} for the one fixed set of figures that everyone signed in sees. It only reads; each
 * figure is defined in {@code R__figures.sql}, and units are those fixed on the audits at opening.
 */
@NullMarked
package fr.preau.dashboard;

import org.jspecify.annotations.NullMarked;
