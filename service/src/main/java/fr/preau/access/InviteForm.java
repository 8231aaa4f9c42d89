package fr.preau.access;

import fr.preau.web.FormErrors;
import fr.preau.web.Option;
import fr.preau.web.Viewer;
import java.util.Arrays;
import java.util.List;

/** Somebody to invite, as typed so far; units are named by a code or a part of their name. */
public record InviteForm(String email, String name, String employer, GrantForm grant) {
    static final InviteForm EMPTY = new InviteForm("", "", "", GrantForm.EMPTY);

    public FormErrors errors() {
        return grant.errors();
    }

    InviteForm wrong(FormErrors errors) {
        return new InviteForm(email, name, employer, grant.wrong(errors));
    }

    /**
     * A right to give, as typed so far.
     *
     * @param fin last day on which it holds, empty for no end
     */
    public record GrantForm(String role, String unit, String fin, FormErrors errors) {
        static final GrantForm EMPTY = new GrantForm(Role.AGENT.name(), "", "", FormErrors.NONE);

        /** The roles to choose from, in the viewer's words. */
        public List<Option> roles(Viewer viewer) {
            return Arrays.stream(Role.values())
                    .map(each -> new Option(each.name(), viewer.t("access.role." + each.name())))
                    .toList();
        }

        GrantForm wrong(FormErrors wrong) {
            return new GrantForm(role, unit, fin, wrong);
        }
    }
}
