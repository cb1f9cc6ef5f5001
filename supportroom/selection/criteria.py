"""What the team looks for when it fills a list: plain values; whatever is empty asks nothing."""

from dataclasses import dataclass

ROLL, REGISTERED = "roll", "registered"


@dataclass(frozen=True)
class Criteria:
    """Words of a name, and what people say of themselves in their profile; all that is set must hold."""

    find: str = ""
    source: str = ROLL
    region: str = ""
    situation: str = ""
    gender: str = ""
    age_band: str = ""
    disability: str = ""
    language: str = ""
    competence: str = ""
    organisation: str = ""
    first_time: bool = False
    not_before: bool = False

    @property
    def asks_profile(self) -> bool:
        """Tell whether anything but a name, an organisation or the source is asked for."""
        asked = (self.region, self.situation, self.gender, self.age_band, self.disability, self.language)
        return any((*asked, self.competence, self.first_time, self.not_before))
