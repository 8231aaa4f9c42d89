package fr.preau.web;

/**
 * One link of the navigation, of a trail or of a list.
 *
 * @param current whether it leads to where one is; it then bears {@code aria-current}
 */
public record Link(String label, String href, boolean current) {
    public static Link to(String label, String href) {
        return new Link(label, href, false);
    }
}
