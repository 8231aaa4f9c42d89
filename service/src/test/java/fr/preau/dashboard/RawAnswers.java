package fr.preau.dashboard;

import fr.preau.audit.AuditState;
import fr.preau.checklist.Party;
import fr.preau.checklist.SchoolType;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.CampaignId;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.Predicate;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Figures computed by hand from the raw rows, as the rules write them, to hold the SQL against. */
public record RawAnswers(List<Row> rows) {

    /** One control asked of one audit. */
    public record Row(
            long audit,
            SchoolType schoolType,
            String region,
            String academy,
            String department,
            @Nullable String collectivity,
            AuditState state,
            String control,
            String theme,
            Party party,
            int level,
            int weight,
            @Nullable Verdict verdict) {

        /** The same with another answer. */
        Row with(@Nullable Verdict other) {
            return new Row(
                    audit,
                    schoolType,
                    region,
                    academy,
                    department,
                    collectivity,
                    state,
                    control,
                    theme,
                    party,
                    level,
                    weight,
                    other);
        }
    }

    static RawAnswers of(Jdbi owner, CampaignId campaign) {
        return new RawAnswers(owner.withHandle(handle -> handle.createQuery("""
                        SELECT a.id AS audit, a.school_type, a.region, a.academy, a.department, a.collectivity, a.state,
                               c.control, c.theme, c.party, c.level, c.weight, w.verdict
                        FROM audit a
                        JOIN asked_control c ON c.campaign = a.campaign AND c.school_type = a.school_type
                        LEFT JOIN answer w ON w.audit = a.id AND w.control = c.control AND w.campaign = a.campaign
                        WHERE a.campaign = :campaign AND a.state <> 'REMOVED'
                        """)
                .bind("campaign", campaign)
                .registerRowMapper(org.jdbi.v3.core.mapper.reflect.ConstructorMapper.factory(Row.class))
                .mapTo(Row.class)
                .list()));
    }

    RawAnswers keep(Predicate<Row> wanted) {
        return new RawAnswers(rows.stream().filter(wanted).toList());
    }

    RawAnswers rendered() {
        return keep(row -> row.state() == AuditState.SUBMITTED || row.state() == AuditState.VALIDATED);
    }

    long count(Verdict verdict) {
        return rows.stream().filter(row -> row.verdict() == verdict).count();
    }

    @Nullable
    Double coverage() {
        long answered = rows.stream().filter(row -> row.verdict() != null).count();
        return rows.isEmpty() ? null : (double) answered / rows.size();
    }

    @Nullable
    Double conformity() {
        BigDecimal held = BigDecimal.ZERO;
        long counted = 0;
        for (Row row : rows) {
            if (row.verdict() == null) {
                counted += row.weight();
            } else if (row.verdict().counted()) {
                counted += row.weight();
                held = held.add(row.verdict().value().multiply(BigDecimal.valueOf(row.weight())));
            }
        }
        return counted == 0
                ? null
                : held.divide(BigDecimal.valueOf(counted), MathContext.DECIMAL64)
                        .doubleValue();
    }
}
