package fr.preau.job;

import fr.preau.App;
import fr.preau.access.Principal;

/** Jobs that no thread does, put where the pages look: one that runs, one that has made a file. */
public record JobRows(long running, long done) {
    public static JobRows of(App app, Principal owner) {
        return app.postgres().owner().withHandle(handle -> {
            long running = handle.createQuery(
                            "INSERT INTO job (kind, account, scope, parameters, state, done, total, claim,"
                                    + " alive_at, created_at) VALUES ('workbook.import', :account, 'SESSION', '{}', 'RUNNING', 40,"
                                    + " 300, gen_random_uuid(), now(), now()) RETURNING id")
                    .bind("account", owner.account())
                    .mapTo(Long.class)
                    .one();
            long done = handle.createQuery("INSERT INTO job (kind, account, scope, parameters, state, done, total,"
                            + " created_at, ended_at, said) VALUES ('workbook.export', :account, 'SESSION', '{}', 'DONE',"
                            + " 3, 3, now(), now(), '{\"key\": \"web.outOf\", \"args\": [3, 3]}') RETURNING id")
                    .bind("account", owner.account())
                    .mapTo(Long.class)
                    .one();
            handle.execute("INSERT INTO job_file VALUES (?, 'audits.ods', 'text/plain', 'x')", done);
            return new JobRows(running, done);
        });
    }
}
