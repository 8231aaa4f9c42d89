CREATE TEMPORARY TABLE staged (
    uai           text COLLATE "C" NOT NULL,
    name          text NOT NULL,
    type          text NOT NULL,
    sector        text NOT NULL,
    state         text NOT NULL,
    commune       text NOT NULL,
    commune_name  text NOT NULL,
    department    text NOT NULL,
    nature        text,
    siret         text,
    parent        text,
    search_text   text NOT NULL,
    collectivity  text,
    owner_name    text,
    source        text NOT NULL
) ON COMMIT DROP
