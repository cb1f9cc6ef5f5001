"""Posts: written with a quote, mentions and files; amended and removed by who wrote them."""

from collections.abc import Sequence

from supportroom.files.cleaning import Cleaned
from supportroom.files.keeping import keep, let_go
from supportroom.groups.queries import people_of
from supportroom.journal.door import action, record
from supportroom.journal.writing import change, create, erase_all, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.arabic import fold
from supportroom.kernel.clock import now
from supportroom.people.models import Person
from supportroom.workroom.actions.threads import keep_seen
from supportroom.workroom.mentions import mentioned_in
from supportroom.workroom.models import Attachment, Mention, Post, Seen, Thread
from supportroom.workroom.vocabulary import LONGEST_QUOTE, MOST_FILES


@action("workroom.write_post", on="thread")
def write_post(
    *,
    actor: Actor,
    thread: Thread,
    text: str,
    quotes: Post | None = None,
    quote: str = "",
    mentions: Sequence[Person] = (),
    files: Sequence[Cleaned] = (),
    shown: int | None = None,
) -> Post:
    """Write in a thread. `shown` is the place of the last post that the writer had before them.

    Spoken to are those given in `mentions` and those whose name stands after an @. Without `quote` the whole post is
    quoted. DomainError `kernel.empty`, `workroom.mention_outside`, `workroom.quote_elsewhere`,
    `workroom.quote_changed`, `workroom.too_many_files`, and what `files.keeping.keep` refuses.
    """
    refuse_unless(text or files, "kernel.empty")
    refuse_unless(len(files) <= MOST_FILES, "workroom.too_many_files", limit=MOST_FILES)
    held = Thread.objects.select_for_update(no_key=True).get(pk=thread.pk)
    before, moment = held.last, now()
    post = create(
        Post,
        thread=held,
        written_by_id=actor.person_id,
        text=text,
        search_text=fold(text),
        written_at=moment,
        position=before + 1,
        **_quoted(held, quotes, quote),
    )
    _speak_to(post, actor, mentions)
    for cleaned in files:
        create(Attachment, post=post, file=keep(cleaned, by=actor))
    change(held, last=post.position, moved_at=moment)
    _read_so_far(held, actor.person_id, before, shown)
    record(post, actor=actor, thread=held.pk, group=held.group_id)
    return post


def _quoted(thread: Thread, quotes: Post | None, quote: str) -> dict[str, object]:
    """Give the fields of a quote: nobody is made to say what they did not write."""
    if quotes is None:
        return {}
    post = Post.objects.filter(pk=quotes.pk, thread=thread, removed=False).first()
    refuse_unless(post is not None, "workroom.quote_elsewhere")
    assert post is not None
    words = " ".join((quote or post.text[:LONGEST_QUOTE]).split())
    refuse_unless(words in " ".join(post.text.split()), "workroom.quote_changed")
    return {"quotes": post, "quote": quote or post.text[:LONGEST_QUOTE]}


def _speak_to(post: Post, actor: Actor, chosen: Sequence[Person] = ()) -> None:
    """Keep whom a post speaks to, besides those it spoke to already."""
    names = {person.pk: person.name for person in people_of(post.thread.group)}
    asked = {person.pk for person in chosen}
    refuse_unless(asked <= names.keys(), "workroom.mention_outside")
    asked |= mentioned_in(post.text, names)
    asked -= {actor.person_id or 0, *post.mentions.values_list("person", flat=True)}
    for person_id in sorted(asked):
        create(Mention, post=post, person_id=person_id)


def _read_so_far(thread: Thread, person_id: int | None, before: int, shown: int | None) -> None:
    """Who writes below all that was written before has read it, and their own post."""
    seen = Seen.objects.filter(thread=thread, person=person_id).values_list("position", flat=True).first() or 0
    seen = max(seen, min(shown or 0, before))
    keep_seen(thread, person_id, thread.last if seen == before else seen)


@action("workroom.amend_post", on="post")
def amend_post(*, actor: Actor, post: Post, text: str, seen: int | None = None) -> Post:
    """Word one's own post anew. DomainError `kernel.empty`, `workroom.post_removed`; Stale."""
    refuse_unless(not Post.objects.filter(pk=post.pk, removed=True).exists(), "workroom.post_removed")
    refuse_unless(text or post.attachments.exists(), "kernel.empty")
    change(post, seen=seen, text=text, search_text=fold(text), is_amended=True)
    _speak_to(post, actor)
    record(post, actor=actor, thread=post.thread_id)
    return post


@action("workroom.remove_post", on="post")
def remove_post(*, actor: Actor, post: Post) -> Post:
    """Take a post's words, files and mentions away, also where others quote them; its place stays.

    DomainError `workroom.post_removed` where that was done already.
    """
    held = Post.objects.select_for_update(no_key=True).get(pk=post.pk)
    refuse_unless(not held.removed, "workroom.post_removed")
    for attachment in held.attachments.select_related("file"):
        let_go(attachment.file)
    erase_all(held.mentions.all())
    for other in Post.objects.filter(quotes=held).exclude(quote=""):
        change(other, quote="")
    change(held, removed=True, text="", quote="", quotes=None, search_text="")
    record(held, actor=actor, thread=held.thread_id)
    return held
