"""The parts of a copy of the site: names, links, the index that is searched offline."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from supportroom.kernel.arabic import fold
from supportroom.outlets.exporting.naming import file_of, plain, way
from supportroom.outlets.exporting.offline import Text, to_script
from supportroom.outlets.exporting.rewriting import Words, rewritten

SCRIPT = Path(__file__).parents[2] / "supportroom/outlets/static/outlets/offline.js"
WORDS = Words("<p>no form</p>", "<p>a copy</p>")
FILES = {
    "/en/": "en/index.html",
    "/ar/": "ar/index.html",
    "/en/register/": "en/register/index.html",
    "/en/register/?page=2": "en/register/page-2.html",
    "/static/web/app.css": "static/web/app.css",
}


def test_an_address_has_one_form_and_endless_lists_have_none() -> None:
    same = ("/en/register/", "/en/register/#a", "/en/register/?", "/en/register/?page=1", "/en/register/?q=&page=1")
    assert {plain(address) for address in same} == {"/en/register/"}
    assert plain("/en/register/?page=2&addressee=office") == "/en/register/?addressee=office&page=2"
    for address in ("https://example.org/", "mailto:a@b.c", "//example.org/x", "relative/",
                    "/en/register/?a=1&b=2", "/en/register/?a=1&a=2"):  # fmt: skip
        assert plain(address) is None, address


def test_each_address_has_a_file_of_its_own() -> None:
    assert file_of("/") == "index.html"
    assert file_of("/en/register/") == "en/register/index.html"
    assert file_of("/en/register/?addressee=office&page=2") == "en/register/addressee-office-page-2.html"
    assert file_of("/en/reports/x/1/report.pdf") == "en/reports/x/1/report.pdf"
    assert file_of("/en/register/files/csv/", "register.csv") == "en/register/files/csv/register.csv"
    assert way("en/register/index.html", "en/index.html", "top") == "../index.html#top"
    assert way("index.html", "ar/index.html") == "ar/index.html"


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ('<a class="x" href="/en/">Home</a>', '<a class="x" href="../index.html">Home</a>'),
        ('<a href="?page=2#found">2</a>', '<a href="page-2.html#found">2</a>'),
        ('<a href="/en/sign-in/" class="masthead__tool">Sign in</a>', ""),
        ('<a href="/en/questions-to-the-room/x/">Ask <b>us</b></a>', "<span>Ask <b>us</b></span>"),
        ('<nav class="footer__links"><a href="/en/newsletter/">N</a></nav>', '<nav class="footer__links"></nav>'),
        ('<a href="#p-1">1</a>', '<a href="#p-1">1</a>'),
        ('<a href="https://example.org/?a=1&amp;b=2">x</a>', '<a href="https://example.org/?a=1&amp;b=2">x</a>'),
        (
            '<link rel="stylesheet" href="/static/web/app.css">',
            '<link rel="stylesheet" href="../../static/web/app.css">',
        ),
        ('<link rel="alternate" type="application/atom+xml" href="/en/feeds/x.atom">', ""),
        ('<img src="/static/web/app.css" alt="">', '<img src="../../static/web/app.css" alt="">'),
        ('<form method="post"><a href="/en/">x</a><input></form>', "<p>no form</p>"),
        ('<script src="/static/x.js"></script>', ""),
        ("<footer></footer>", "<footer><p>a copy</p></footer>"),
    ],
)
def test_links_are_made_relative_and_what_a_copy_cannot_do_goes(page: str, expected: str) -> None:
    assert rewritten(page, "/en/register/", "en/register/index.html", FILES.get, WORDS) == expected


TEXTS = [
    Text("وصول القوافل", "السماح للقوافل بالوصول إلى نساء البلدات", "ar/1.html", "توصية", "2020-09-14"),
    Text("تراخيص الجمعيات", "تنتظر الجمعيات أشهراً. </script>", "ar/2.html", "تقرير", "2021-01-01"),
    Text("Licences", "Associations wait for licences since 2017", "en/3.html", "report", "2021-01-01"),
]


def index_of(texts: list[Text]) -> dict[str, object]:
    written = to_script(texts).decode()
    assert "</script>" not in written
    index: dict[str, object] = json.loads(written.removeprefix("window.offlineIndex=").removesuffix(";\n"))
    return index


def test_the_index_names_each_text_at_each_of_its_stems_and_where_it_stands_in_the_title() -> None:
    index = index_of(TEXTS)
    stems, lists = str(index["stems"]).split(" "), str(index["lists"]).split(" ")
    assert len(stems) == len(lists)
    assert lists[stems.index("2017")] == "2"
    assert lists[stems.index("licenc")] == "2+"
    assert sorted(stems) == stems
    assert index_of([])["texts"] == []
    forms = dict(pair.split(":") for pair in str(index["forms"]).split(" "))
    assert stems[int(forms["القوافل"], 36)] == stems[int(forms["للقوافل"], 36)]


RUN = """
const typed = JSON.parse(process.argv[1]);
const made = {};
const element = (id) => made[id] ||= {id, dataset: {root: "../", found: "0"}, value: "", hidden: true,
  addEventListener(_name, act) { this.act = act }, replaceChildren(...all) { this.all = all }, append() {}};
globalThis.window = globalThis;
globalThis.document = {getElementById: element, createElement: () => element(String(Math.random()))};
globalThis.setTimeout = (act) => act(); globalThis.clearTimeout = () => {};
require(process.argv[2]); require(process.argv[3]);
console.log(JSON.stringify(typed.map((words) => {
  element("offline-words").value = words; element("offline-words").act();
  return element("offline-told").textContent;
})));
"""


@pytest.mark.skipif(shutil.which("node") is None, reason="the script is run where there is something to run it")
def test_the_script_finds_what_is_typed_in_any_form(tmp_path: Path) -> None:
    (tmp_path / "index.js").write_bytes(to_script(TEXTS))
    shutil.copy(SCRIPT, tmp_path / "search.js")
    typed = {"القوافل": 1, "والقوافل": 1, "بلدة": 1, "waited": 1,
             "قَوَافِل": 1, "للقوافل وصول": 1, "الجمعيّات": 1, "LICENCE": 1, "licences 2017": 1, "٢٠١٧": 1,
             "nothing": 0, "": "", "assoc": 1, "الجمعيات القوافل": 0, "<b>": 0}  # fmt: skip
    command = ["node", "-e", RUN, json.dumps(list(typed)), str(tmp_path / "index.js"), str(tmp_path / "search.js")]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    assert dict(zip(typed, json.loads(done.stdout), strict=True)) == {word: str(n) for word, n in typed.items()}
    assert fold("٢٠١٧") == "2017"
