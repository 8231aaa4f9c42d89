package fr.preau.shared;

import fr.preau.audit.CampaignLine;
import fr.preau.campaign.Campaign;
import fr.preau.checklist.Checklist;
import fr.preau.checklist.Control;
import fr.preau.checklist.Theme;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Message;
import fr.preau.kernel.UnitId;
import fr.preau.kernel.UnitName;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an agent sees before answering for many: their schools, each control's progress over them, what is given already.
 *
 * @param owner the unit in whose name they answer
 * @param owners all such units of theirs
 * @param schools how many schools that unit has in the campaign
 * @param inherits whether a collectivity that the unit replaces has left it something to take over
 */
public record Desk(
        CampaignLine campaign,
        List<CampaignLine> campaigns,
        Owner owner,
        List<Owner> owners,
        int schools,
        List<Progress> progress,
        List<SharedAnswer> given,
        boolean inherits,
        Checklist checklist,
        LocalDate today) {

    /** A unit in whose name one answers. */
    public record Owner(UnitId id, String name) {
        public Message label() {
            return UnitName.of(id, name);
        }
    }

    public Desk {
        campaigns = List.copyOf(campaigns);
        owners = List.copyOf(owners);
        progress = List.copyOf(progress);
        given = List.copyOf(given);
    }

    /** Whether answers are taken today. */
    public boolean running() {
        return campaign.phase(today) == Campaign.Phase.OPEN;
    }

    /** Whether they answer for a collectivity, which may agree with another about a site. */
    public boolean ofCollectivity() {
        return owner.id().kind() == UnitId.Kind.COLLECTIVITY;
    }

    /** The controls of a theme that they answer, in order. */
    public List<Control> controls(Theme theme) {
        return checklist.controls(theme).stream()
                .filter(control -> progress(control.code()).isPresent())
                .toList();
    }

    /** How far a control is answered, empty for one that is not theirs or not asked. */
    public Optional<Progress> progress(ControlCode control) {
        return progress.stream().filter(one -> one.control().equals(control)).findFirst();
    }

    /** The controls of a theme that lack an answer somewhere. */
    public List<Control> open(Theme theme) {
        return controls(theme).stream().filter(this::lacks).toList();
    }

    /** The next theme of which something is left, after this one and then from the first; empty when nothing is. */
    public Optional<Theme> next(Theme after) {
        List<Theme> all = checklist.themes();
        int here = 1 + all.indexOf(after);
        return Stream.concat(all.subList(here, all.size()).stream(), all.subList(0, here - 1).stream())
                .filter(theme -> !open(theme).isEmpty())
                .findFirst();
    }

    private boolean lacks(Control control) {
        return progress(control.code()).filter(one -> one.left() > 0).isPresent();
    }

    /** What is left of a theme, in words: its controls that lack an answer somewhere. */
    public Message left(Theme theme) {
        int open = open(theme).size();
        return open == 0 ? Message.of("audit.left.none") : Message.of("audit.left", open);
    }

    /** Whether no answer is missing. */
    public boolean done() {
        return progress.stream().allMatch(one -> one.left() == 0);
    }

    /** What is left of all, in words: answers that are missing, and controls. */
    public Message left() {
        long open = progress.stream().filter(one -> one.left() > 0).count();
        long answers = progress.stream().mapToLong(Progress::left).sum();
        return open == 0 ? Message.of("shared.left.none") : Message.of("shared.left.all", answers, open);
    }

    /** The next control that lacks an answer somewhere, after this one and then from the first; empty when none does. */
    public Optional<Control> next(ControlCode after) {
        List<Control> all = checklist.controls();
        int here = 1 + all.indexOf(checklist.control(after));
        return Stream.concat(all.subList(here, all.size()).stream(), all.subList(0, here).stream())
                .filter(control -> !control.code().equals(after))
                .filter(this::lacks)
                .findFirst();
    }

    /** What is given for a control, of those that stand. */
    public List<SharedAnswer> given(ControlCode control) {
        return given.stream()
                .filter(one -> one.control().equals(control) && one.verdict() != null)
                .toList();
    }

    /** Address of a control's form, with the campaign and the unit. */
    public String href(ControlCode control) {
        return "/reponses-communes/mesures/" + control + query();
    }

    /** Address of the list of schools for which they answer a control. */
    public String list(ControlCode control) {
        return "/reponses-communes/mesures/" + control + "/etablissements" + query();
    }

    /** The campaign and the unit as an address carries them. */
    public String query() {
        return "?campagne=" + campaign.id() + "&unite=" + owner.id();
    }
}
