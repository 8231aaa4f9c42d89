-- A unit over the campaigns of one holder, the oldest first.
SELECT t.campaign, t.name, t.checklist, t.expected, t.rendered_schools, t.rendered_coverage, t.rendered_conformity,
       t.panel_schools, t.panel_coverage, t.panel_conformity, t.panel_base, t.entered_schools, t.entered_coverage,
       t.entered_conformity, t.left_schools, t.left_coverage, t.left_conformity
FROM unit_trend(:campaign, :unit, CAST(:f.type AS text), :f.reading) t
