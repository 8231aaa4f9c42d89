-- The ground that every later migration stands on. It runs as preau_owner, which owns all; preau_service owns nothing
-- and gets its rights table by table, at the end of the migration that makes the table.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'preau_service') THEN
    RAISE EXCEPTION 'the role preau_service is missing'
      USING HINT = 'as an administrator: CREATE ROLE preau_service LOGIN PASSWORD ''…''';
  END IF;
END $$;

-- The schema itself is there: Flyway has made it, as preau_owner, for its own table.
COMMENT ON SCHEMA preau IS 'Préau';

-- Search by a part of a name. A trusted extension: whoever may create in the database may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

GRANT USAGE ON SCHEMA preau TO preau_service;

-- The service reads which migrations were applied, to refuse a schema that is not its own.
GRANT SELECT ON preau.flyway_schema_history TO preau_service;
