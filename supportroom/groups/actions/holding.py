"""The row that bounds what happens to a group at once."""

from supportroom.groups.models import WorkingGroup


def held(group: WorkingGroup) -> WorkingGroup:
    """Give a group as it stands now and hold it until the end of the action: what happens to it happens in turn."""
    return WorkingGroup.objects.select_for_update(no_key=True).get(pk=group.pk)
