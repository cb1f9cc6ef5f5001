"""Days as files write them."""

from datetime import date

from supportroom.register.vocabulary import DAY, YEAR


def written_day(day: date | None, precision: str = DAY) -> str:
    """Give a day as exactly as it is known: 2020-06-02, 2020-06 or 2020; nothing for none."""
    if day is None:
        return ""
    return {DAY: f"{day:%Y-%m-%d}", YEAR: f"{day:%Y}"}.get(precision, f"{day:%Y-%m}")
