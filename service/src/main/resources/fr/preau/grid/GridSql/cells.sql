-- All cells of the rows in one pass, as small as they can be: comments and history are asked for a cell at a time.
SELECT a.id AS audit, k.control, k.party, w.verdict, COALESCE(w.version, 0) AS version,
       COALESCE(w.shared_version = w.version, false) AS follows,
       COALESCE(w.shared_version <> w.version AND s.verdict <> w.verdict, false) AS exception,
       COALESCE(p.pieces, 0) AS pieces
FROM audit a
JOIN asked_control k ON k.campaign = a.campaign AND k.school_type = a.school_type
LEFT JOIN answer w ON w.campaign = :campaign AND w.audit = a.id AND w.control = k.control
LEFT JOIN shared_answer s ON s.id = w.shared
LEFT JOIN (SELECT l.audit, l.control, count(*) AS pieces FROM live_evidence l
           WHERE l.campaign = :campaign AND l.audit = ANY(:audits) GROUP BY l.audit, l.control) p
    ON p.audit = a.id AND p.control = k.control
WHERE a.campaign = :campaign AND a.id = ANY(:audits)
  AND (CAST(:theme AS text) IS NULL OR k.theme = :theme)
