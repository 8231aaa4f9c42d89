package fr.preau.kernel;

/** Id of a campaign. */
public record CampaignId(long value) implements NumberId {
    public static CampaignId fromString(String text) {
        return new CampaignId(NumberId.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
