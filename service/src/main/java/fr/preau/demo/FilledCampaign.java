package fr.preau.demo;

import fr.preau.kernel.CampaignId;
import java.time.Duration;

/**
 * How far a campaign of an invented country is filled in.
 *
 * @param took since the first batch began, several batches at once
 * @param writing time that the COPY of the answers took, added up over the batches
 * @param bare the same into a bare table, zero when it is not compared
 */
public record FilledCampaign(
        CampaignId campaign,
        int departments,
        long audits,
        long answers,
        Duration took,
        Duration writing,
        Duration bare) {

    FilledCampaign plus(long moreAudits, long moreAnswers, Duration moreWriting, Duration moreBare) {
        return new FilledCampaign(
                campaign,
                departments + 1,
                audits + moreAudits,
                answers + moreAnswers,
                took,
                writing.plus(moreWriting),
                bare.plus(moreBare));
    }

    FilledCampaign after(Duration time) {
        return new FilledCampaign(campaign, departments, audits, answers, time, writing, bare);
    }

    /** Answers a second, all included. */
    public long rate() {
        return answers * 1000 / Math.max(1, took.toMillis());
    }

    /** Time of the COPY ÷ time of the same COPY into a bare table; 0 when it was not compared. */
    public double ratio() {
        return bare.isZero() ? 0 : (double) writing.toNanos() / bare.toNanos();
    }
}
