package fr.preau.territory;

import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Writes the shipped rows that differ, a table at a time; each answers how many it wrote. */
interface ReferenceSql {

    @SqlUpdate("""
            INSERT INTO region (code, name)
            SELECT code, name FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS shipped (code text, name text)
            ON CONFLICT (code) DO UPDATE SET name = excluded.name WHERE region.name <> excluded.name
            """)
    int regions(String rows);

    @SqlUpdate("""
            INSERT INTO academy (code, name, region)
            SELECT code, name, region
            FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS shipped (code text, name text, region text)
            ON CONFLICT (code) DO UPDATE SET name = excluded.name, region = excluded.region
            WHERE (academy.name, academy.region) <> (excluded.name, excluded.region)
            """)
    int academies(String rows);

    @SqlUpdate("""
            INSERT INTO department (code, name, academy)
            SELECT code, name, academy
            FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS shipped (code text, name text, academy text)
            ON CONFLICT (code) DO UPDATE SET name = excluded.name, academy = excluded.academy
            WHERE (department.name, department.academy) <> (excluded.name, excluded.academy)
            """)
    int departments(String rows);

    @SqlUpdate("""
            INSERT INTO collectivity (code, kind, name, siren)
            SELECT code, kind, name, siren
            FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS shipped (code text, kind text, name text, siren text)
            ON CONFLICT (code) DO UPDATE SET kind = excluded.kind, name = excluded.name, siren = excluded.siren
            WHERE (collectivity.kind, collectivity.name, collectivity.siren)
                  IS DISTINCT FROM (excluded.kind, excluded.name, excluded.siren)
            """)
    int collectivities(String rows);
}
