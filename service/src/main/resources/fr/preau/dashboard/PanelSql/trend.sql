-- A unit over the campaigns of one holder, the oldest first.
SELECT t.campaign, t.name, t.checklist, t.rendered, t.conformity, t.panel, t.panel_conformity, t.panel_base, t.entered,
       t.entered_conformity, t.left, t.left_conformity
FROM unit_trend(:campaign, :unit, CAST(:f.type AS text), :f.reading) t
