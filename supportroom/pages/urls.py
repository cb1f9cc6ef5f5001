"""Addresses of the public pages, and of those on which they are written."""

from django.urls import path

from supportroom.pages.views import images, paragraphs, public, publishing, working
from supportroom.pages.vocabulary import PRESS, STANDING

app_name = "pages"
ONE = "pages/<id:page_id>/"
EDITION = "editions/<int:number>/"
NEWS, FURTHER = "news/<slug:news_slug>/", "page/<slug:page_slug>/"
urlpatterns = [
    *(path(f"{kind}/", public.standing_show, {"kind": kind}, name=kind) for kind in STANDING if kind != PRESS),
    *(path(f"{kind}/{EDITION}", public.standing_show, {"kind": kind}, name=f"{kind}_edition") for kind in STANDING),
    path("news/", public.news_list, name="news_list"),
    path(NEWS, public.news_show, name="news_show"),
    path(NEWS + EDITION, public.news_show, name="news_show_edition"),
    path(FURTHER, public.further_show, name="further_show"),
    path(FURTHER + EDITION, public.further_show, name="further_show_edition"),
    path("pages/", working.page_list, name="page_list"),
    path("pages/new/", working.page_add, name="page_add"),
    path("pages/begin/", working.standing_begin, name="standing_begin"),
    path(ONE, working.page_detail, name="page_detail"),
    path(ONE + "name/", working.page_name, name="page_name"),
    path(ONE + "address/", working.page_amend, name="page_amend"),
    path(ONE + "preview/", publishing.page_preview, name="page_preview"),
    path(ONE + "schedule/", publishing.page_schedule, name="page_schedule"),
    path(ONE + "correct/", publishing.page_correct, name="page_correct"),
    path(ONE + "publish/", publishing.page_publish, name="page_publish"),
    path(ONE + "steps/<slug:step>/", publishing.page_step, name="page_step"),
    path(ONE + "paragraphs/new/", paragraphs.paragraph_add, name="paragraph_add"),
    path(ONE + "paragraphs/<id:paragraph_id>/", paragraphs.paragraph_edit, name="paragraph_edit"),
    path(ONE + "paragraphs/<id:paragraph_id>/move/<slug:way>/", paragraphs.paragraph_move, name="paragraph_move"),
    path(ONE + "paragraphs/<id:paragraph_id>/remove/", paragraphs.paragraph_remove, name="paragraph_remove"),
    path(ONE + "images/new/", images.image_add, name="image_add"),
    path("images/<id:image_id>/", images.image_show, name="image_show"),
    path("images/<id:image_id>/words/", images.image_edit, name="image_edit"),
    path("images/<id:image_id>/remove/", images.image_remove, name="image_remove"),
]
