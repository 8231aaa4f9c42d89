package fr.preau.edition;

/** How a table is also drawn. The table stays: a drawing is never alone. */
public enum Chart {
    NONE,
    /** One bar a row, of its first share. */
    BARS,
    /** One stacked bar a row, of its shares of answers, in the order of the columns. */
    STACKED,
    /** Every share coloured in six steps of one hue. */
    HEAT,
    /** Two points a row, the first and the second share. */
    TREND
}
