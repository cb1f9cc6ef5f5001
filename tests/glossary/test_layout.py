"""The picture of who influences whom: nothing overlaps, most leads down, every line ends where it should."""

import random
import re
from itertools import pairwise

from supportroom.glossary.layout import LETTER, WIDTH, Picture, laid_out
from supportroom.glossary.ordering import cost_of, in_layers

NAMES = [
    "UN Security Council", "Office of the Special Envoy for a country with a long name", "Government", "Opposition",
    "Committee", "Councils of the towns", "People in camps", "Donors", "Women", "Forces of the north", "A", "Youth",
]  # fmt: skip


def some_edges(seed: int, count: int, names: int = len(NAMES)) -> list[tuple[int, int, int]]:
    """Give that many influences between actors, no pair twice."""
    chance = random.Random(seed)
    pairs = [(by, on) for by in range(names) for on in range(names) if by != on]
    return [(by, on, chance.randint(1, 3)) for by, on in chance.sample(pairs, count)]


def numbers(path: str) -> list[float]:
    """Give the numbers of a path."""
    return [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", path)]


def uprights(picture: Picture) -> list[tuple[float, float, float]]:
    """Give the upright part of each line: where it runs, from which height to which."""
    found = []
    for line in picture.lines:
        _x, start, _h, lane, _y, _lane, _turn, end, *_rest = numbers(line.path)
        found.append((lane, min(start, end), max(start, end)))
    return found


def test_boxes_stand_below_each_other_and_hold_their_names() -> None:
    for seed in range(12):
        picture = laid_out(NAMES, some_edges(seed, 16), mirrored=bool(seed % 2))
        for above, below in pairwise(picture.places):
            assert above.y + above.height < below.y
        for place in picture.places:
            assert " ".join(place.lines) == NAMES[place.one]
            assert max(len(line) for line in place.lines) * LETTER <= place.width
            assert all(place.y < height < place.y + place.height for height, _words in place.baselines)
            assert 0 <= place.x < place.x + place.width <= picture.width
        assert picture.places[-1].y + place.height <= picture.height


def test_no_two_lines_lie_on_each_other_and_all_stay_in_the_picture() -> None:
    for seed in range(12):
        edges = some_edges(seed, 20)
        picture = laid_out(NAMES, edges, mirrored=bool(seed % 2))
        assert sorted(line.edge for line in picture.lines) == list(range(len(edges)))
        stretches = uprights(picture)
        for at, (lane, start, end) in enumerate(stretches):
            assert 0 < lane < picture.width
            for other, first, last in stretches[at + 1 :]:
                assert other != lane or last <= start or end <= first
        ends = [numbers(line.path)[1] for line in picture.lines] + [numbers(line.head)[1] for line in picture.lines]
        sides = [numbers(line.path)[0] for line in picture.lines] * 2
        assert len(set(zip(sides, ends, strict=True))) == 2 * len(edges)  # no two meet a box at one place


def test_every_arrow_leaves_who_influences_and_reaches_who_is_influenced() -> None:
    edges = some_edges(3, 18)
    for mirrored in (False, True):
        picture = laid_out(NAMES, edges, mirrored=mirrored)
        boxes = {place.one: place for place in picture.places}
        for line in picture.lines:
            by, on, strength = edges[line.edge]
            x, start = numbers(line.path)[:2]
            tip, end = numbers(line.head)[:2]
            assert boxes[by].y < start < boxes[by].y + boxes[by].height
            assert boxes[on].y < end < boxes[on].y + boxes[on].height
            assert x == tip
            assert line.strength == strength
            assert (x == boxes[by].x) == ((boxes[by].y < boxes[on].y) == mirrored)  # down on the side where lines end


def test_most_leads_down_and_the_same_is_drawn_the_same() -> None:
    assert in_layers(4, ((2, 0, 3), (0, 1, 2), (1, 3, 1))) == (2, 0, 1, 3)
    edges = tuple(some_edges(5, 20))
    order = in_layers(len(NAMES), edges)
    assert sorted(order) == list(range(len(NAMES)))
    assert cost_of(order, edges) < cost_of(range(len(NAMES)), edges)
    assert laid_out(NAMES, edges) == laid_out(NAMES, edges)


def test_few_and_many_are_drawn_too() -> None:
    alone = laid_out(NAMES, [(0, 1, 3)])
    assert [place.one for place in alone.places] == [0, 1]  # who has no influence and is under none stands in the list
    assert alone.width <= WIDTH
    assert laid_out([], []).places == ()
    many = laid_out([f"Actor {number}" for number in range(40)], some_edges(1, 90, 40))
    assert len(many.lines) == 90
    long = laid_out(["W" * 160, " ".join(["word"] * 40)], [(0, 1, 1)])
    assert len(long.places[1].lines) > 5
