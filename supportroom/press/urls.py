"""Addresses of the history and the press pack."""

from django.urls import path

from supportroom.press.views import contacts, history, packs, quotations

app_name = "press"
GROUP, PAPER = "groups/<id:working_group_id>/", "papers/<id:paper_id>/"
PACK = PAPER + "press/"
urlpatterns = [
    path(GROUP + "history/", history.group_history, name="group_history"),
    path(GROUP + "press/", history.group_press, name="group_press"),
    path(PAPER + "history/", history.history, name="history"),
    path(PACK, packs.pack_detail, name="pack_detail"),
    path(PACK + "summary/", packs.summary_edit, name="summary_edit"),
    path(PACK + "summary/approve/", packs.summary_approve, name="summary_approve"),
    path(PACK + "letter/", packs.letter_edit, name="letter_edit"),
    path(PACK + "embargo/", packs.embargo_edit, name="embargo_edit"),
    path(PACK + "author/", packs.author_name, name="author_name"),
    path(PACK + "quotations/new/", quotations.quotation_offer, name="quotation_offer"),
    path(PACK + "card/<slug:language>/", packs.card, name="card"),
    path(PACK + "press.zip", packs.pack_export, name="pack_export"),
    path("press/quotations/", quotations.quotation_list, name="quotation_list"),
    path("press/quotations/<id:quotation_id>/", quotations.quotation_detail, name="quotation_detail"),
    path("press/contacts/", contacts.contact_list, name="contact_list"),
    path("press/contacts/<id:press_contact_id>/remove/", contacts.contact_remove, name="contact_remove"),
]
