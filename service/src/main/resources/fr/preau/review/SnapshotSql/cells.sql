-- Two snapshots side by side, a control a row; cells are [verdict of the reading, declared verdict, opinion].
SELECT c.control, c.party, before.cells -> c.control ->> 0 AS before, after.cells -> c.control ->> 0 AS after,
       after.cells -> c.control ->> 2 AS opinion
FROM audit a
JOIN asked_control c ON c.campaign = :campaign AND c.school_type = a.school_type
JOIN snapshot before ON before.audit = a.id AND before.round = :beforeRound AND before.moment = :beforeMoment
JOIN snapshot after ON after.audit = a.id AND after.round = :afterRound AND after.moment = :afterMoment
WHERE a.id = :audit
ORDER BY c.position
