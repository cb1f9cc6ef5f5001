"""Three briefings are logged, read by two people, and what was absent from one goes to the office."""

from datetime import date, timedelta

from supportroom.briefings.actions import log_briefing, read, read_again, send_absent
from supportroom.briefings.models import Briefing, Reflection
from supportroom.demo.briefed import ABSENT_WORDS, BRIEFINGS, REFLECTIONS
from supportroom.demo.group_life import on
from supportroom.demo.meeting import both
from supportroom.demo.people import actor_for
from supportroom.demo.register_life import Register


def build(register: Register) -> None:
    """Log, read, read again."""
    briefings = [_log(register, place) for place in range(len(BRIEFINGS))]
    for place, briefing in enumerate(briefings):
        with on(briefing.given_on + timedelta(days=4)):
            _read(register, place, briefing)
    with on(briefings[0].given_on + timedelta(days=9)):
        send_absent(actor=actor_for(register.people["team"]), briefing=briefings[0], words=both(ABSENT_WORDS))


def _log(register: Register, place: int) -> Briefing:
    language, day, symbol, title, text = BRIEFINGS[place]
    with on(date(*day) + timedelta(days=1)):
        return log_briefing(
            actor=actor_for(register.people["office"]),
            given_on=date(*day),
            symbol=symbol,
            title=both(title),
            language=language,
            text=text,
        )


def _read(register: Register, place: int, briefing: Briefing) -> None:
    """The office reads first, the team again."""
    passages = {passage.number: passage for passage in briefing.passages.all()}
    for number, named, verdict, passage, quotation, second in REFLECTIONS:
        if number != place:
            continue
        read(
            actor=actor_for(register.people["office"]),
            recommendation=register.now_of(named),
            briefing=briefing,
            verdict=verdict,
            passage=passages.get(passage),
            quotation=quotation,
        )
        if second:
            reflection = Reflection.objects.get(recommendation=register.asked[named], briefing=briefing)
            read_again(actor=actor_for(register.people["team"]), reflection=reflection, verdict=second)
