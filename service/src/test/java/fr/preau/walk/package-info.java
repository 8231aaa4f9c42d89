/** Whole journeys: people at their browser, a real directory, a service that is killed. Nothing of it is replaced. */
package fr.preau.walk;
