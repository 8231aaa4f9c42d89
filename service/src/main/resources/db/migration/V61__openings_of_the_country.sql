-- The schools that a campaign asks, by what the territory says now: the open ones of its unit and of its types, each with
-- its place of today. What an opening inserts, what joins later, and what is announced before.
CREATE VIEW campaign_school WITH (security_invoker = true) AS
SELECT c.id AS campaign, s.uai, s.name, s.type, s.commune, s.commune_name, s.department, s.academy, s.region,
       s.collectivity, s.search_text
FROM campaign c
JOIN campaign_type t ON t.campaign = c.id
JOIN school_placement s ON s.type = t.school_type
WHERE s.state <> 'CLOSED'
  AND (c.with_private OR s.sector = 'PUBLIC')
  AND c.unit IN ('nation', 'region-' || s.region, 'academie-' || s.academy, 'departement-' || s.department,
                 'collectivite-' || s.collectivity);
GRANT SELECT ON campaign_school TO preau_service;

-- Held by the key to campaign_type, whose campaign is one of campaign's: to look twice took a tenth of an opening.
ALTER TABLE audit DROP CONSTRAINT audit_campaign_fkey;
