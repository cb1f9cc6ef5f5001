"""Files that fit on a desk and functions that fit on a screen."""

import statistics

from tests.architecture.house import ROOT, functions, length, parsed, sources

LONGEST_FILE = 400
LONGEST_FUNCTION = 40
LONG_FUNCTION = 25  # 95 of 100 are shorter


def test_no_file_is_longer_than_four_hundred_lines() -> None:
    written = [
        *(s.path for s in sources()),
        *ROOT.glob("tests/**/*.py"),
        *ROOT.glob("tools/*.py"),
        *ROOT.glob("benchmarks/**/*.py"),
    ]
    long = {str(path.relative_to(ROOT)): path.read_text().count("\n") for path in written}
    assert {name: lines for name, lines in long.items() if lines > LONGEST_FILE} == {}


def test_no_function_is_longer_than_forty_lines() -> None:
    long = [
        f"{s.name}: {f.name} {length(f)}" for s in sources() for f in functions(s.tree) if length(f) > LONGEST_FUNCTION
    ]
    assert long == []


def test_ninety_five_of_a_hundred_functions_are_shorter_than_a_screen() -> None:
    lengths = [length(function) for source in sources() for function in functions(source.tree)]
    assert statistics.quantiles(lengths, n=20)[-1] <= LONG_FUNCTION


def test_a_usual_file_is_short() -> None:
    assert statistics.median(source.lines for source in sources() if source.lines) <= 100


def test_everything_is_annotated() -> None:
    bare = [
        f"{source.name}:{function.lineno} {function.name}"
        for source in sources()
        for function in functions(source.tree)
        if function.returns is None
        or any(
            a.annotation is None for a in function.args.args + function.args.kwonlyargs if a.arg not in {"self", "cls"}
        )
    ]
    assert bare == []


def test_these_tests_see_the_house() -> None:
    assert len(sources()) > 30
    assert parsed(sources()[0].path)
