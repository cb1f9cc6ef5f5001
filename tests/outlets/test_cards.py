"""What a link shows where somebody shares it."""

import io

from django.conf import settings
from django.test import Client
from django.urls import reverse
from PIL import Image

from supportroom.kernel.actors import SYSTEM
from supportroom.register.actions import set_aside
from supportroom.room.models import Room
from tests.factories.pages import a_published_page
from tests.factories.register import a_recommendation
from tests.factories.rounds import words


def card_at(slug: str) -> str:
    return reverse("outlets:recommendation_card", args=[slug])


def test_a_public_recommendation_has_a_card_in_each_language_that_its_page_names(room: Room, client: Client) -> None:
    told = a_recommendation(text=words("Open the gate.", "افتحوا البوابة."))
    pictures = set()
    for language in ("en", "ar"):
        answer = client.get(f"/{language}/register/{told.slug}/card.png")
        assert (answer.status_code, answer["Content-Type"]) == (200, "image/png")
        assert Image.open(io.BytesIO(answer.content)).size == (1200, 630)
        pictures.add(answer.content)
    assert len(pictures) == 2
    page = client.get(reverse("followup:recommendation_detail", args=[told.slug])).content.decode()
    assert f'<meta property="og:image" content="{settings.ROOM_ADDRESS}{card_at(told.slug)}">' in page
    assert '<meta property="og:description" content="Open the gate.">' in page


def test_what_is_not_public_has_no_card_for_anybody(room: Room, client: Client) -> None:
    hidden, put_away = a_recommendation(released=False), a_recommendation()
    assert client.get(card_at(put_away.slug)).status_code == 200
    set_aside(actor=SYSTEM, recommendation=put_away)
    assert [client.get(card_at(one.slug)).status_code for one in (hidden, put_away)] == [404, 404]


def test_markup_in_a_title_stays_words_in_the_head(room: Room, client: Client) -> None:
    page = a_published_page(title='"><script>evil()</script>')
    head = client.get(reverse("pages:news_show", args=[page.slug])).content.decode().partition("</head>")[0]
    assert "<script>evil" not in head
    assert 'property="og:title" content="&#34;&gt;&lt;script&gt;' in head
