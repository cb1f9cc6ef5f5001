"""What the styles of a DOCX say about a paragraph: heading level, list, bold; with what a style is based on."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from supportroom.reading.ooxml import W, is_on, value_of

_DEEPEST = 20  # styles based on styles; a circle ends here


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style, with everything that it inherits."""

    name: str = ""
    level: int = 0  # as a heading
    list_name: str | None = None
    list_depth: int = 0
    is_bold: bool = False

    @property
    def is_contents(self) -> bool:
        """Say whether it is an entry of a table of contents."""
        return self.name.startswith("toc ") or self.name == "table of figures"


class Styles:
    """The styles of one document."""

    def __init__(self, root: Element | None) -> None:
        found = root.iter(f"{W}style") if root is not None else ()
        self.elements = {style.get(f"{W}styleId", ""): style for style in found}
        self.known: dict[str | None, Style] = {}
        self.default = next((k for k, s in self.elements.items() if _is_default(s)), None)

    def of(self, name: str | None) -> Style:
        """Return the style with that id; the default paragraph style for None or an unknown id."""
        key = name if name in self.elements else self.default
        if key not in self.known:
            self.known[key] = self._build(key)
        return self.known[key]

    def _build(self, key: str | None) -> Style:
        chain: list[Element] = []
        while key in self.elements and key is not None and len(chain) < _DEEPEST:
            chain.append(self.elements[key])
            key = value_of(self.elements[key], "basedOn")
        names = [(value_of(style, "name") or "").lower() for style in chain]
        levels = [level for name, style in zip(names, chain, strict=True) if (level := _level(name, style))]
        lists = [number for style in chain if (number := value_of(style, "pPr/numPr/numId"))]
        depths = [depth for style in chain if (depth := value_of(style, "pPr/numPr/ilvl"))]
        bold = [on for style in chain if (on := says_bold(style)) is not None]
        return Style(
            name=names[0] if names else "",
            level=levels[0] if levels else 0,
            list_name=lists[0] if lists else None,
            list_depth=int(depths[0]) if depths and depths[0].isdecimal() else 0,
            is_bold=bool(bold and bold[0]),
        )


def says_bold(element: Element) -> bool | None:
    """Return whether an element's run properties are bold, in Latin or in Arabic letters; None if they do not say."""
    said = [on for path in ("rPr/b", "rPr/bCs") if (on := is_on(element, path)) is not None]
    return any(said) if said else None


def outline_level(element: Element) -> int:
    """Return the heading level that paragraph properties give, 1 to 9; 0 for none."""
    said = value_of(element, "pPr/outlineLvl")
    return int(said) + 1 if said and said.isdecimal() and int(said) < 9 else 0


def _level(name: str, style: Element) -> int:
    if name.startswith("heading ") and name[8:9].isdecimal():
        return int(name[8])
    return 1 if name == "title" else outline_level(style)


def _is_default(style: Element) -> bool:
    return style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in {"1", "true", "on"}
