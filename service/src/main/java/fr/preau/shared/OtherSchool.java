package fr.preau.shared;

import fr.preau.kernel.Uai;
import org.jspecify.annotations.Nullable;

/** A school as the public directory has it. */
public record OtherSchool(Uai uai, String name, @Nullable String collectivity) {}
