-- Whose collectivities stand behind a reference figure: three are found at the head of each type, where counting them
-- reads the country. Partial, so that an opening and a save pay nothing for it.
CREATE INDEX audit_rendered ON audit (campaign, academy, school_type, collectivity)
    WHERE state IN ('SUBMITTED', 'VALIDATED');
