"""Addresses of the public face."""

from django.urls import path

from supportroom.site import views

app_name = "site"
urlpatterns = [
    path("", views.home, name="home"),
    path("reports/<slug:slug>/", views.edition, name="edition"),
    path("reports/<slug:slug>/<int:number>/", views.edition, name="edition"),
    path("reports/<slug:slug>/<int:number>/report.pdf", views.edition, {"file": "report.pdf"}, name="edition_pdf"),
    path("reports/<slug:slug>/<int:number>/report.docx", views.edition, {"file": "report.docx"}, name="edition_docx"),
    path("rounds/<id:round_id>/report/publish/", views.report_publish, name="report_publish"),
]
