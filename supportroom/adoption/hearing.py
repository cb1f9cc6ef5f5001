"""What this app is told by those below: a members' check was counted; whether a name in an opinion is out."""

from django.urls import reverse
from django.utils.translation import gettext as _

from supportroom.adoption.models import Adoption, OpposingOpinion, Release
from supportroom.checks.models import MembersCheck
from supportroom.kernel.actors import SYSTEM
from supportroom.papers.vocabulary import PUBLISHED


def adoption_counted(check: MembersCheck) -> None:
    """Adopt the paper or turn it down, in the transaction of the count."""
    from supportroom.adoption.actions import settle_adoption  # noqa: PLC0415 - loaded when it is needed

    settle_adoption(actor=SYSTEM, adoption=Adoption.objects.select_related("paper", "asked").get(asked=check))


def release_counted(check: MembersCheck) -> None:
    """Release the paper or hold it back, in the transaction of the count."""
    from supportroom.adoption.actions import settle_release  # noqa: PLC0415 - loaded when it is needed

    settle_release(actor=SYSTEM, release=Release.objects.select_related("paper", "asked").get(asked=check))


def adoption_page(check: MembersCheck) -> tuple[str, str] | None:
    """Give where the joint paper is that is put before the members."""
    paper_id = Adoption.objects.filter(asked=check).values_list("paper_id", flat=True).first()
    return (_("The joint paper"), reverse("adoption:adoption_detail", args=[paper_id])) if paper_id else None


def release_page(check: MembersCheck) -> tuple[str, str] | None:
    """Give where the paper is whose publication is decided."""
    paper_id = Release.objects.filter(asked=check).values_list("paper_id", flat=True).first()
    return (_("What is to be published"), reverse("adoption:release_detail", args=[paper_id])) if paper_id else None


def is_out(about: str) -> bool:
    """Tell whether a reference is to an opposing opinion in a published paper: then no name in it changes (S17)."""
    label, _colon, key = about.partition(":")
    if label != OpposingOpinion._meta.label_lower or not key.isdigit():
        return False
    return OpposingOpinion.objects.filter(pk=key, adoption__paper__state=PUBLISHED).exists()
