package fr.preau.shared;

import fr.preau.access.Perimeter;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.LabelId;
import fr.preau.kernel.UnitId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Labels and their schools; every read takes the person's units or the owner's perimeter. */
interface LabelSql {

    @SqlQuery("""
            SELECT l.id, l.owner, l.name, count(m.uai) AS schools
            FROM school_label l LEFT JOIN school_label_member m ON m.label = l.id
            WHERE l.owner = ANY(:owners) AND l.deleted_at IS NULL AND (CAST(:id AS bigint) IS NULL OR l.id = :id)
            GROUP BY l.id
            ORDER BY l.name COLLATE "fr-x-icu", l.id
            """)
    List<Label> list(List<UnitId> owners, @Nullable LabelId id);

    @SqlUpdate("""
            INSERT INTO school_label (owner, name, created_at, created_by) VALUES (:owner, :name, :at, :by)
            ON CONFLICT DO NOTHING
            """)
    @GetGeneratedKeys("id")
    Optional<LabelId> create(UnitId owner, String name, Instant at, AccountId by);

    /** One renaming at a time within a unit. */
    @SqlQuery("SELECT id FROM school_label WHERE owner = :owner ORDER BY id FOR UPDATE")
    List<LabelId> holdAll(UnitId owner);

    @SqlQuery("""
            SELECT EXISTS (SELECT FROM school_label
                           WHERE owner = :owner AND lower(name) = lower(:name) AND deleted_at IS NULL AND id <> :id)
            """)
    boolean taken(UnitId owner, String name, LabelId id);

    @SqlUpdate("UPDATE school_label SET name = :name WHERE id = :id")
    void rename(LabelId id, String name);

    @SqlUpdate("UPDATE school_label SET deleted_at = :at WHERE id = :id AND deleted_at IS NULL")
    void delete(LabelId id, Instant at);

    @SqlQuery("""
            SELECT s.uai, s.name, s.type, s.commune_name, m.uai IS NOT NULL AS member
            FROM school_placement s
            LEFT JOIN school_label_member m ON m.label = :id AND m.uai = s.uai
            WHERE s.state <> 'CLOSED' AND s.type IS NOT NULL
              AND (:p.nation OR s.region = ANY(:p.regions) OR s.academy = ANY(:p.academies)
                   OR s.department = ANY(:p.departments) OR s.collectivity = ANY(:p.collectivities))
            ORDER BY s.name COLLATE "fr-x-icu", s.uai
            """)
    List<LabelSchool> schools(LabelId id, @BindMethods("p") Perimeter p);

    @SqlUpdate("DELETE FROM school_label_member WHERE label = :id AND uai <> ALL(:wanted)")
    int remove(LabelId id, List<String> wanted);

    @SqlUpdate("""
            INSERT INTO school_label_member (label, uai) SELECT :id, w.uai FROM unnest(:wanted) AS w (uai)
            ON CONFLICT DO NOTHING
            """)
    int add(LabelId id, List<String> wanted);
}
