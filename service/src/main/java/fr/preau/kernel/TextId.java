package fr.preau.kernel;

/**
 * An id kept as text. The database layer binds and reads every implementing record by its one-argument constructor, so
 * that an id is typed from the path of the request to the SQL parameter.
 */
public interface TextId {
    String value();
}
