/**
 * The benchmark that anyone can run by {@code service/bin/bench}: it drives the packaged service over HTTP beside bare SQL
 * on the same database, with nothing but the JDK and the jar. Entry: {@link fr.preau.bench.Bench}. No test.
 */
package fr.preau.bench;
