-- How many answers of the last application can't go back: somebody has saved since, or the audit is closed.
SELECT count(*)
FROM shared_change c
JOIN audit a ON a.id = c.audit
JOIN answer w ON w.campaign = :campaign AND w.audit = c.audit AND w.control = :control
WHERE c.shared = :shared AND (w.version <> c.version OR a.state NOT IN ('TO_DO', 'IN_PROGRESS', 'SENT_BACK'))
