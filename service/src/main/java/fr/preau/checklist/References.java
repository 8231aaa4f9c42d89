package fr.preau.checklist;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;

/** What one control cites, source by source, as the file writes it. For the meanings, see {@link ReferenceIndex}. */
public record References(
        @JsonProperty("pssie") List<String> pssie,
        @JsonProperty("anssi_hygiene") List<Integer> anssiHygiene,
        @JsonProperty("recyf") List<String> recyf,
        @JsonProperty("rgpd") List<String> rgpd,
        @JsonProperty("autres") List<String> others) {

    public References {
        pssie = List.copyOf(pssie);
        anssiHygiene = List.copyOf(anssiHygiene);
        recyf = List.copyOf(recyf);
        rgpd = List.copyOf(rgpd);
        others = List.copyOf(others);
    }

    /** Everything cited, in the order of the sources, without meanings. */
    List<Reference> all() {
        List<Reference> all = new ArrayList<>();
        pssie.forEach(code -> all.add(bare(ReferenceSource.PSSIE, code)));
        anssiHygiene.forEach(number -> all.add(bare(ReferenceSource.ANSSI_HYGIENE, number.toString())));
        recyf.forEach(code -> all.add(bare(ReferenceSource.RECYF, code)));
        rgpd.forEach(code -> all.add(bare(ReferenceSource.RGPD, code)));
        others.forEach(title -> all.add(bare(ReferenceSource.AUTRES, title)));
        return all;
    }

    private static Reference bare(ReferenceSource source, String code) {
        return new Reference(source, code, null, null);
    }
}
