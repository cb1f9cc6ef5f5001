"""Who is to be invited: profile, registration, a list by hand, by filter and from the registration, and its quotas."""

from playwright.sync_api import Page, expect

from supportroom.demo.people import PERSONAS
from tests.journeys import wording_preparing as said
from tests.journeys.company import follow, press, refused, send, write
from tests.journeys.steps_topics import CLOSES, OPENS, Preparation, choose_moment

WOMEN_PERCENT = 60
INSIDE = {"region": "SY-HA", "situation": "inside", "gender": "man", "age_band": "under_25"}  # the member at risk


def fill_in_profile(way: Preparation) -> None:
    """Let the member say of herself what she likes; what she leaves empty stays empty."""
    page = way.company.go("member", "profile/")
    page.select_option('[name="region"]', "SY-ID")
    page.select_option('[name="gender"]', "woman")
    page.select_option('[name="disability"]', index=0)
    page.locator('[name="competences"]').last.check()
    page.fill('[name="network"]', way.words(said.NETWORK))
    way.company.examine(page)
    send(page)
    page = way.company.go("member", "profile/")
    expect(page.locator('[name="network"]')).to_have_value(way.words(said.NETWORK))
    expect(page.locator('[name="competences"]').last).to_be_checked()


def open_registration(way: Preparation) -> None:
    """Let every member register, by criteria that all read; the rapporteur does."""
    page = way.at("team", "registration/edit/")
    choose_moment(page, OPENS, 0, "00:00")
    choose_moment(page, CLOSES, 1, "12:00")
    refused(page, lambda: send(page))
    write(page, "criteria", said.CRITERIA)
    send(page)
    page = way.at("rapporteur", "registration/")
    expect(page.get_by_text(way.words(said.CRITERIA))).to_be_visible()
    page.locator(f'[name="text_{way.language}"]').fill(way.words(said.APPLYING))
    way.company.examine(page)
    page.locator('form:has([name^="text_"]) button').first.click()
    expect(page.locator('form[action$="/take-back/"]')).to_have_count(1)


def set_quota(way: Preparation) -> None:
    """Ask for a share of women that the list will not reach."""
    page = way.at("team", "quotas/")
    page.select_option('[name="new_key"]', "women:")
    page.fill('[name="new_percent"]', str(WOMEN_PERCENT))
    send(page)
    expect(page.locator('[name="percent_women_"]')).to_have_value(str(WOMEN_PERCENT))


def fill_list(way: Preparation) -> None:
    """Put people on the list by hand, from the registration, and by filter."""
    for who in ("facilitator", "member"):
        page = way.at("team", "list/add/")
        page.fill('[name="find"]', PERSONAS[who][0])
        add_found(way, page, who, group=1)
    page = way.at("team", "list/add/")
    page.select_option('[name="source"]', "registered")
    add_found(way, page, "rapporteur", group=1)
    page = way.at("team", "list/add/")
    page.locator('form[role="search"] summary').click()
    for name, value in INSIDE.items():
        page.select_option(f'[name="{name}"]', value)
    way.company.examine(page)
    add_found(way, page, "shielded_member", group=2)
    page = way.at("team", "list/")
    for who in ("facilitator", "member", "rapporteur", "shielded_member"):
        expect(page.locator("main tbody").get_by_text(PERSONAS[who][0])).to_be_visible()


def add_found(way: Preparation, page: Page, who: str, *, group: int) -> None:
    """Find people as the form asks, tick one of them, and put them on the list in a group."""
    if way.company.is_phone:  # with JavaScript the page looks by itself
        page.locator('form[role="search"] button').first.click()
    page.wait_for_url("**/list/add/?*")
    found = page.locator("#found label", has_text=PERSONAS[who][0])
    expect(found).to_have_count(1)
    found.locator("input").check()
    page.locator('#found [name="group"]').select_option(index=group)
    page.locator("#found form button").last.click()
    expect(found).to_have_count(0)


def confirm_list(way: Preparation) -> None:
    """Confirm the list: below a quota it is refused, until the reason is written that is published with the round."""
    page = way.at("team", "list/")
    expect(page.locator("#meter ~ dl .state--waiting")).to_have_count(1)
    way.company.examine(page)
    refused(page, lambda: press(page, "/list/confirm/"))
    follow(page, "/reason/")
    refused(page, lambda: send(page))
    write(page, "reason", said.BELOW)
    send(page)
    press(page, "/list/confirm/")
    expect(page.locator('form[action$="/list/reopen/"]')).to_have_count(1)


def outsiders_see_no_list(way: Preparation) -> None:
    """Members do not learn who is on the list or registered."""
    address = f"/{way.language}/rounds/{way.round}/list/"
    answer = way.company.page("member").goto(address)
    assert answer is not None
    assert answer.status in (403, 404), answer.status
