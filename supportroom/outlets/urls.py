"""Addresses under a language."""

from django.urls import path

from supportroom.outlets.views import cards, copies, listing, plain, taking

app_name = "outlets"
urlpatterns = [
    path("data/", taking.data, name="data"),
    path("data/copy/", copies.copy, name="copy"),
    path("data/copy/site.zip", copies.copy_file, name="copy_file"),
    path("data/interface/", taking.interface, name="interface"),
    path("listing/", listing.listing, name="listing"),
    path("listing/<slug:letter>/", listing.listing, name="listing"),
    path("register/<slug:recommendation_slug>/card.png", cards.recommendation_card, name="recommendation_card"),
    path("feeds/<slug:feed>.atom", plain.feed, name="feed"),
]
