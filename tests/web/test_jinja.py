import jinja2
import pytest
from django.template import TemplateDoesNotExist, engines
from django.utils import translation

from supportroom.web.jinja import Templates, our_template_folders

OURS = engines.all()[0]


def test_only_folders_of_our_apps_are_searched() -> None:
    assert isinstance(OURS, Templates)
    assert all("supportroom" in folder.parts for folder in our_template_folders())
    with pytest.raises(TemplateDoesNotExist):
        OURS.get_template("account/signup.html")


def test_what_a_page_was_not_given_raises() -> None:
    with pytest.raises(jinja2.UndefinedError):
        OURS.from_string("{{ nobody }}").render({})


def test_everything_is_escaped_unless_it_is_safe() -> None:
    assert OURS.from_string("{{ a }}{{ 5|number }}").render({"a": "<"}) == "&lt;<bdi>5</bdi>"


def test_plural_forms_come_from_the_catalogue() -> None:
    page = OURS.from_string("{% trans count=n %}{{ count }} thing{% pluralize %}{{ count }} things{% endtrans %}")
    with translation.override("en"):
        assert (page.render({"n": 1}), page.render({"n": 2})) == ("1 thing", "2 things")


def test_every_template_of_ours_can_be_read() -> None:
    for name in OURS.env.list_templates(extensions=["html"]):
        OURS.env.get_template(name)
