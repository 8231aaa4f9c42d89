package fr.preau.edition;

/** Why a figure is not shown. The reason never tells the number that it is about. */
public enum Hidden {
    /** Fewer schools than the rule asks for. */
    FEW_SCHOOLS,
    /** Fewer collectivities than the rule asks for. */
    FEW_COLLECTIVITIES,
    /** One collectivity, or one school, stands for nearly all of it. */
    ONE_DOMINATES,
    /** It could be used to compute a figure that is hidden, in this edition or in an earlier one. */
    COMPLEMENT,
    /** The collectivity has not agreed to appear. */
    NO_AGREEMENT
}
