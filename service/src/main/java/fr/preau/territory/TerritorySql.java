package fr.preau.territory;

import fr.preau.kernel.Uai;
import fr.preau.kernel.UnitId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Reads of the two trees. By kind and code, not by id: that leaves one branch of the view, with its key. */
interface TerritorySql {

    @SqlQuery("SELECT id, name, parent FROM unit WHERE kind = :kind AND code = :code")
    Optional<Unit> unit(String kind, String code);

    /** No parent is a school, which spares the largest table at each step up. */
    @SqlQuery("""
            WITH RECURSIVE up AS (
                SELECT id, name, parent, 0 AS height FROM unit WHERE kind = :kind AND code = :code
                UNION ALL
                SELECT u.id, u.name, u.parent, up.height + 1 FROM up JOIN unit u ON u.id = up.parent
                WHERE u.kind <> 'SCHOOL')
            SELECT id, name, parent FROM up ORDER BY height
            """)
    List<Unit> chain(String kind, String code);

    @SqlQuery("SELECT id, name, parent FROM unit WHERE parent = :id ORDER BY name, id COLLATE \"C\"")
    List<Unit> children(UnitId id);

    @SqlQuery("""
            SELECT 'etablissement-' || s.uai AS id, s.name, 'departement-' || s.department AS parent
            FROM school s JOIN school_collectivity l ON l.uai = s.uai AND l.to_day IS NULL
            WHERE l.collectivity = :collectivity
            ORDER BY s.name, s.uai
            """)
    List<Unit> schoolsOf(String collectivity);

    @SqlQuery("""
            SELECT uai, name, type, sector, state, commune, commune_name, department, academy, region, collectivity,
                   fictitious
            FROM school_placement WHERE uai = :uai
            """)
    Optional<School> school(Uai uai);

    @SqlQuery("SELECT EXISTS (SELECT FROM school) AND NOT EXISTS (SELECT FROM school WHERE NOT fictitious)")
    boolean isInvented();
}
