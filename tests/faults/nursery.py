"""A server process that can be killed at any instant, again and again: it is set up once and forks for each life.

Run with a session's id. For each line `live <step>` it forks a process that does step after step, each as a form
with a key of its own, writing `doing <step>` before and `done <step>` once the action answered; then it says `dead`.
"""

import os
import sys
from importlib import import_module
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

CHOICES = ("support", "live_with", "stand_aside")


def say(word: str, what: object = "") -> None:
    """Write a line that stands in the pipe even if the process dies right after."""
    os.write(1, f"{word} {what}\n".encode())


def live(session_id: int, step: int) -> None:
    """Answer the open check and raise points until killed."""
    from supportroom.points.models import CheckItem
    from supportroom.rounds.models import Session
    from tests.factories.points import actors_of

    session = Session.objects.select_related("round").get(pk=session_id)
    item = CheckItem.objects.select_related("check_asked__session").get()
    people = [actor for actor in actors_of(session) if not session.is_led_by(actor)]
    while True:
        say("doing", step)
        act(people[step % len(people)], session, item, step)
        say("done", step)
        step += 1


def act(actor: object, session: object, item: object, step: int) -> None:
    """Do one step: what somebody's browser sends, which it would send again if no answer came."""
    from supportroom.kernel.once import keyed
    from supportroom.points.actions import raise_point, take_position
    from tests.factories.rounds import pillar_of

    with keyed(f"form {step}"):
        take_position(actor=actor, item=item, choice=CHOICES[step % 3])
        pillar = pillar_of(session.round)
        raise_point(actor=actor, session=session, pillar=pillar, language="en", text=f"Point {step}")


def main() -> None:
    """Fork a life for every line; wait for its end."""
    import django

    django.setup()
    for module in ("supportroom.points.actions", "tests.factories.points"):  # so that each life begins at once
        import_module(module)
    say("ready")
    for line in sys.stdin:
        child = os.fork()
        if not child:
            live(int(sys.argv[1]), int(line.split()[1]))
        say("child", child)
        os.waitpid(child, 0)
        say("dead")


if __name__ == "__main__":
    main()
