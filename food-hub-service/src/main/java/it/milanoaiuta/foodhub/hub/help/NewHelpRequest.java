package it.milanoaiuta.foodhub.hub.help;

import java.time.Instant;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import it.milanoaiuta.platform.web.InvalidField;

/**
 * What a hub asks volunteers for.
 *
 * @param task what they do
 * @param start in the future, at most a year ahead
 * @param end after the start, at most 24 hours
 * @param roles how many of each; each role at most once
 */
public record NewHelpRequest(@NotNull HelpTask task, @NotNull Instant start, @NotNull Instant end,
        @NotEmpty @Size(max = 20) List<@NotNull @Valid RolePlaces> roles) {

    /** @throws InvalidField naming what does not fit: times in the wrong order or too far, a role given twice */
    void mustBeWhole(Instant now, HelpRules rules) {
        task.mustBeKnown("task");
        if (!start.isAfter(now)) {
            throw new InvalidField("start", "start-in-the-past");
        }
        if (start.isAfter(now.plus(rules.furthest()))) {
            throw new InvalidField("start", "start-too-far", rules.furthest().toDays());
        }
        if (!end.isAfter(start)) {
            throw new InvalidField("end", "end-before-start");
        }
        if (end.isAfter(start.plus(rules.longest()))) {
            throw new InvalidField("end", "shift-too-long", rules.longest().toHours());
        }
        for (int i = 0; i < roles.size(); i++) {
            Role role = roles.get(i).role();
            role.mustBeKnown("roles[" + i + "].role");
            if (roles.subList(0, i).stream().anyMatch(earlier -> earlier.role().equals(role))) {
                throw new InvalidField("roles[" + i + "].role", "role-twice");
            }
        }
    }
}
