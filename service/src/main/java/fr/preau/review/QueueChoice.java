package fr.preau.review;

import fr.preau.access.Perimeter;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.UnitId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the queue a reviewer reads, and in which order; addresses and forms carry it from page to page.
 *
 * @param campaign whose audits alone, null for all
 * @param unit of either tree whose audits alone, null for all
 */
public record QueueChoice(
        QueueOrder order,
        @Nullable CampaignId campaign,
        @Nullable UnitId unit) {
    /** Everything, the oldest first. */
    public static final QueueChoice ALL = all(QueueOrder.OLDEST);

    /** Everything in an order. */
    public static QueueChoice all(QueueOrder order) {
        return new QueueChoice(order, null, null);
    }

    /** From an address or a form, where nothing or an empty text is everything; what has no form of an id is not found. */
    static QueueChoice of(@Nullable String order, @Nullable String campaign, @Nullable String unit) {
        return new QueueChoice(
                QueueOrder.of(order),
                campaign == null || campaign.isEmpty() ? null : CampaignId.fromString(campaign),
                unit == null || unit.isEmpty() ? null : UnitId.fromString(unit));
    }

    /** The unit as a perimeter, everything without one. */
    Perimeter within() {
        return Perimeter.of(List.of(unit == null ? UnitId.NATION : unit));
    }

    public boolean narrowed() {
        return campaign != null || unit != null;
    }

    public QueueChoice in(QueueOrder other) {
        return new QueueChoice(other, campaign, unit);
    }

    public QueueChoice at(@Nullable UnitId other) {
        return new QueueChoice(order, campaign, other);
    }

    /** What a form repeats of it, by field; nothing of the usual order. */
    public Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        if (order != QueueOrder.OLDEST) {
            fields.put("ordre", order.code());
        }
        if (campaign != null) {
            fields.put("campagne", campaign.toString());
        }
        if (unit != null) {
            fields.put("unite", unit.toString());
        }
        return fields;
    }

    /** The same at the end of an address that has a question mark. */
    String tail() {
        return fields().entrySet().stream()
                .map(field -> "&" + field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining());
    }

    /** The address of a page that takes it. */
    public String href(String page) {
        return page + tail().replaceFirst("&", "?");
    }
}
