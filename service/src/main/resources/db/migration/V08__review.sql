-- What a reviewer said when sending an audit back: one reason a control, by round.
CREATE TABLE review_reason (
    audit    bigint NOT NULL REFERENCES audit (id),
    round    smallint NOT NULL CHECK (round > 0),
    control  text COLLATE "C" NOT NULL,
    reason   text NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
    author   bigint NOT NULL,
    at       timestamptz NOT NULL,
    PRIMARY KEY (audit, round, control)
);

GRANT SELECT, INSERT ON review_reason TO preau_service;
