import re

from supportroom.web.middleware import POLICY
from supportroom.web.page_style import policy_for, with_style
from supportroom.web.stylesheet import joined

HEAD = "<html><head><title>x</title></head>"
PAGE = HEAD + '<body class="page wide"><p class="note">a</p><ul><li>b</li></ul></body></html>'


def style_in(css: str) -> str:
    found = re.search("<style>(.*)</style></head>", with_style(PAGE, css), re.DOTALL)
    assert found
    return found[1]


def test_rules_for_what_does_not_stand_in_the_page_are_left_out() -> None:
    css = ".note{a:1}.button{b:1}p{c:1}table td{d:1}.page .note{e:1}.page > .tab{f:1}"
    assert style_in(css) == ".note{a:1}p{c:1}.page .note{e:1}"


def test_one_selector_that_fits_keeps_the_rule_and_brackets_ask_for_nothing() -> None:
    css = '.button,.note{a:1}:is(.button,.tab) li{b:1}li:not(.button):hover{c:1}[lang|="ar"]{d:1}:root{e:1}'
    assert style_in(css) == css


def test_groups_stay_with_what_is_left_in_them_and_empty_ones_go() -> None:
    css = "@layer a,b;@layer a{.note{a:1}.tab{b:1}@media print{.tab{c:1}}}@media print{p{d:1}}@page{margin:0}"
    assert style_in(css) == "@layer a,b;@layer a{.note{a:1}}@media print{p{d:1}}@page{margin:0}"


def test_what_the_whole_sheet_says_of_the_page_is_kept_word_by_word() -> None:
    kept = style_in(joined())
    assert len(kept) < len(joined()) / 2
    assert kept.count("{") == kept.count("}")
    assert ".note" in kept
    assert ":root" in kept


def test_the_policy_names_the_style_by_its_digest_and_is_the_strict_one_otherwise() -> None:
    policy = policy_for(with_style(PAGE, "p{c:1}"))
    assert re.sub(" 'sha256-[^']+'", "", policy) == POLICY
    assert policy != POLICY
    assert policy_for(PAGE) == POLICY
