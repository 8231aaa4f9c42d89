package fr.preau.edition;

import fr.preau.access.Perimeter;
import fr.preau.kernel.SnapshotId;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Frozen schools by name, of those that the person of {@code p} sees so. */
interface RollSql {

    @SqlBatch("""
            INSERT INTO frozen_school (snapshot, audit, uai, name, school_type, commune, state, coverage, conformity,
                base_conformity, weakest)
            VALUES (:snapshot, :audit, :uai, :name, :schoolType, :commune, :state, :coverage, :conformity, :baseConformity,
                :weakest)
            """)
    void insert(SnapshotId snapshot, @BindMethods List<FrozenSchool> rows);

    /** In the order of their UAI, as their digest takes them. */
    @UseClasspathSqlLocator
    @SqlQuery
    List<FrozenSchool> schools(SnapshotId snapshot, @BindMethods("p") Perimeter p, LocalDate today);
}
