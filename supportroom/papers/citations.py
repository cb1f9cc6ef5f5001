"""How often a paper cites a source: what the library asks the floor above it (`library.uses`)."""

from supportroom.library.keys import clusters_in, plain_key
from supportroom.library.models import Source
from supportroom.texts.models import Paragraph


def citations_of(source: Source) -> int:
    """Count how often the present draft of a source's group cites it, in the original: what the library asks."""
    key = plain_key(source.key)
    paragraphs = Paragraph.objects.filter(text__paper__group=source.group_id, removed=False)
    return sum(_times_cited(str(paragraph.content), key) for paragraph in paragraphs)


def _times_cited(text: str, key: str) -> int:
    return sum(cited.key == key for cluster in clusters_in(text) for cited in cluster)
