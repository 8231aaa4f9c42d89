package fr.preau.workbook;

import fr.preau.audit.CampaignLine;
import fr.preau.checklist.SchoolType;
import fr.preau.checklist.Theme;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a person can make a workbook of, in one campaign.
 *
 * @param campaigns all in which they have audits
 */
public record Stock(
        CampaignLine campaign,
        List<CampaignLine> campaigns,
        List<Place> places,
        List<LabelName> labels,
        List<Theme> themes,
        LocalDate today) {
    public Stock {
        campaigns = List.copyOf(campaigns);
        places = List.copyOf(places);
        labels = List.copyOf(labels);
        themes = List.copyOf(themes);
    }

    public List<SchoolType> types() {
        return places.stream().map(Place::schoolType).distinct().sorted().toList();
    }

    /** Names of the communes by their code, in order. */
    public Map<String, String> communes() {
        Map<String, String> communes = new LinkedHashMap<>();
        places.forEach(place -> communes.put(place.commune(), place.communeName()));
        return communes;
    }
}
