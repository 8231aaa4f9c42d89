package fr.preau.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The endpoint reads its body as it arrives, within a bound of its own: {@link BodyLimit} keeps off it. It must not hold a
 * connection to the database while it reads.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface TakesFile {}
